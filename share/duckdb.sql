-- duckdb.sql - the tables of a directory into a DuckDB database, with keys; again with new tables, it adds the new rows:
--     cd DIR && duckdb DATABASE <duckdb.sql
-- An empty cell is NULL. A row whose keys are there already is left as it is. meeting_officials and meeting_directives hold the ids of
-- the meeting_ids columns one by one.
create table if not exists meetings (
	meeting_id text not null,
	doc_id text not null,
	source text not null,
	type text not null,
	name text not null,
	date text,
	date_end text,
	year_basis text,
	status text,
	session text,
	organizers text,
	co_organizers text,
	places text,
	province text,
	mode text,
	online_points integer,
	attendees integer,
	attendees_qualifier text,
	chairs text,
	directives text,
	evidence text not null,
	start bigint not null,
	"end" bigint not null,
	primary key (meeting_id)
);
create table if not exists officials (
	official_id text not null,
	doc_id text not null,
	source text not null,
	meeting_ids text,
	name text not null,
	honorific text,
	positions text,
	organizations text,
	roles text,
	point text,
	evidence text not null,
	start bigint not null,
	"end" bigint not null,
	primary key (doc_id, official_id)
);
create table if not exists directives (
	directive_id text not null,
	doc_id text not null,
	source text not null,
	designation text not null,
	type text not null,
	number text,
	symbol text,
	issuer text,
	date text,
	subject text,
	meeting_ids text,
	mentions integer not null,
	evidence text not null,
	start bigint not null,
	"end" bigint not null,
	primary key (doc_id, directive_id)
);
create table if not exists meeting_officials (
	meeting_id text not null references meetings (meeting_id),
	doc_id text not null,
	official_id text not null,
	primary key (meeting_id, official_id),
	foreign key (doc_id, official_id) references officials (doc_id, official_id)
);
create table if not exists meeting_directives (
	meeting_id text not null references meetings (meeting_id),
	doc_id text not null,
	directive_id text not null,
	primary key (meeting_id, directive_id),
	foreign key (doc_id, directive_id) references directives (doc_id, directive_id)
);
create temporary table new_meetings as from meetings limit 0;
copy new_meetings from 'meetings.csv' (format csv, header true, auto_detect false, delimiter ',', quote '"', escape '"', new_line '\n');
insert into meetings from new_meetings on conflict do nothing;
create temporary table new_officials as from officials limit 0;
copy new_officials from 'officials.csv' (format csv, header true, auto_detect false, delimiter ',', quote '"', escape '"', new_line '\n');
insert into officials from new_officials on conflict do nothing;
create temporary table new_directives as from directives limit 0;
copy new_directives from 'directives.csv' (format csv, header true, auto_detect false, delimiter ',', quote '"', escape '"', new_line '\n');
insert into directives from new_directives on conflict do nothing;
insert into meeting_officials
	select distinct unnest(string_split(meeting_ids, '; ')), doc_id, official_id from new_officials where meeting_ids is not null on conflict do nothing;
insert into meeting_directives
	select distinct unnest(string_split(meeting_ids, '; ')), doc_id, directive_id from new_directives where meeting_ids is not null on conflict do nothing;
drop table new_meetings;
drop table new_officials;
drop table new_directives;

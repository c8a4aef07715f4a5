-- sqlite.sql - the tables of a directory into a SQLite database, with keys; again with new tables, it adds the new rows:
--     cd DIR && sqlite3 -bail DATABASE <sqlite.sql
-- An empty cell becomes NULL. A row whose keys are there already is left as it is. meeting_officials and meeting_directives hold the
-- ids of the meeting_ids columns one by one. Each connection that writes wants its own `pragma foreign_keys = on`.
pragma foreign_keys = on;
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
	start integer not null,
	"end" integer not null,
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
	start integer not null,
	"end" integer not null,
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
	start integer not null,
	"end" integer not null,
	primary key (doc_id, directive_id)
);
create table if not exists meeting_officials (
	meeting_id text not null references meetings,
	doc_id text not null,
	official_id text not null,
	primary key (meeting_id, official_id),
	foreign key (doc_id, official_id) references officials
);
create table if not exists meeting_directives (
	meeting_id text not null references meetings,
	doc_id text not null,
	directive_id text not null,
	primary key (meeting_id, directive_id),
	foreign key (doc_id, directive_id) references directives
);
create temporary table new_meetings as select * from meetings where false;
.import --csv --skip 1 --schema temp meetings.csv new_meetings
create temporary table new_officials as select * from officials where false;
.import --csv --skip 1 --schema temp officials.csv new_officials
create temporary table new_directives as select * from directives where false;
.import --csv --skip 1 --schema temp directives.csv new_directives
begin;
insert into meetings select nullif(meeting_id, ''), nullif(doc_id, ''), nullif(source, ''), nullif(type, ''), nullif(name, ''), nullif(date, ''),
	nullif(date_end, ''), nullif(year_basis, ''), nullif(status, ''), nullif(session, ''), nullif(organizers, ''), nullif(co_organizers, ''),
	nullif(places, ''), nullif(province, ''), nullif(mode, ''), nullif(online_points, ''), nullif(attendees, ''), nullif(attendees_qualifier, ''),
	nullif(chairs, ''), nullif(directives, ''), nullif(evidence, ''), nullif(start, ''), nullif("end", '')
	from new_meetings where true on conflict do nothing;
insert into officials select nullif(official_id, ''), nullif(doc_id, ''), nullif(source, ''), nullif(meeting_ids, ''), nullif(name, ''), nullif(honorific, ''),
	nullif(positions, ''), nullif(organizations, ''), nullif(roles, ''), nullif(point, ''), nullif(evidence, ''), nullif(start, ''),
	nullif("end", '')
	from new_officials where true on conflict do nothing;
insert into directives select nullif(directive_id, ''), nullif(doc_id, ''), nullif(source, ''), nullif(designation, ''), nullif(type, ''), nullif(number, ''),
	nullif(symbol, ''), nullif(issuer, ''), nullif(date, ''), nullif(subject, ''), nullif(meeting_ids, ''), nullif(mentions, ''),
	nullif(evidence, ''), nullif(start, ''), nullif("end", '')
	from new_directives where true on conflict do nothing;
insert into meeting_officials
	select m.value, doc_id, official_id from new_officials, json_each('["' || replace(meeting_ids, '; ', '","') || '"]') as m where meeting_ids <> ''
	on conflict do nothing;
insert into meeting_directives
	select m.value, doc_id, directive_id from new_directives, json_each('["' || replace(meeting_ids, '; ', '","') || '"]') as m where meeting_ids <> ''
	on conflict do nothing;
commit;

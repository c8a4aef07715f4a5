/* meeting.c - encodes the `meeting` record: {"type":"meeting","doc":"..","meeting_id":"..-m1",...} */
#include "record/meeting.h"

void meeting_write(struct buf *out, const struct meeting *m, struct str source)
{
	buf_add(out, STR("{\"type\":\"meeting\""));
	json_put_member(out, "doc", m->where->doc);
	json_put_member(out, "meeting_id", m->id);
	json_put_member(out, "source", source);
	json_put_member(out, "meeting_type", m->type);
	json_put_member(out, "name", m->name);
	json_put_member(out, "date", m->date);
	json_put_member(out, "date_end", m->date_end);
	json_put_member(out, "year_basis", m->year_basis);
	json_put_member(out, "status", m->status);
	json_put_member(out, "session", m->session);
	list_put_member(out, "organizers", &m->organizers);
	list_put_member(out, "co_organizers", &m->co_organizers);
	list_put_member(out, "places", &m->places);
	json_put_member(out, "province", m->province);
	json_put_member(out, "mode", m->mode);
	json_put_member(out, "online_points", m->online_points);
	json_put_member(out, "attendees", m->attendees);
	json_put_member(out, "attendees_qualifier", m->qualifier);
	list_put_member(out, "chairs", &m->chairs);
	list_put_member(out, "directives", &m->directives);
	json_put_member(out, "evidence", m->where->text);
	json_put_member_uint(out, "start", m->where->byte_start);
	json_put_member_uint(out, "end", m->where->byte_end);
	list_put_member(out, "rules", &m->rules);
	buf_char(out, '}');
}

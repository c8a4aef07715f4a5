/* official.c - encodes the `official` record: {"type":"official","doc":"..","official_id":"p..",...} */
#include "record/official.h"

void official_write(struct buf *out, const struct official *o, struct str source)
{
	buf_add(out, STR("{\"type\":\"official\""));
	json_put_member(out, "doc", o->where->doc);
	json_put_member(out, "official_id", o->id);
	json_put_member(out, "source", source);
	list_put_member(out, "meeting_ids", &o->meeting_ids);
	json_put_member(out, "name", o->name);
	json_put_member(out, "honorific", o->honorific);
	list_put_member(out, "positions", &o->positions);
	list_put_member(out, "organizations", &o->organizations);
	list_put_member(out, "roles", &o->roles);
	json_put_member(out, "point", o->point);
	json_put_member(out, "evidence", o->where->text);
	json_put_member_uint(out, "start", o->where->byte_start);
	json_put_member_uint(out, "end", o->where->byte_end);
	list_put_member(out, "rules", &o->rules);
	buf_char(out, '}');
}

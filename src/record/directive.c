/* directive.c - encodes the `directive` record: {"type":"directive","doc":"..","directive_id":"d..",...} */
#include "record/directive.h"

void directive_write(struct buf *out, const struct directive *d, struct str source)
{
	buf_add(out, STR("{\"type\":\"directive\""));
	json_put_member(out, "doc", d->where->doc);
	json_put_member(out, "directive_id", d->id);
	json_put_member(out, "source", source);
	json_put_member(out, "designation", d->designation);
	json_put_member(out, "directive_type", d->type);
	json_put_member(out, "number", d->number);
	json_put_member(out, "symbol", d->symbol);
	json_put_member(out, "issuer", d->issuer);
	json_put_member(out, "date", d->date);
	json_put_member(out, "subject", d->subject);
	list_put_member(out, "meeting_ids", &d->meeting_ids);
	json_put_member_uint(out, "mentions", d->mentions);
	json_put_member(out, "evidence", d->where->text);
	json_put_member_uint(out, "start", d->where->byte_start);
	json_put_member_uint(out, "end", d->where->byte_end);
	list_put_member(out, "rules", &d->rules);
	buf_char(out, '}');
}

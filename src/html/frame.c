/* frame.c - page.html, page.css and page.js are built into the program; {{NAME}} in page.html is replaced by an embedded file ({{page.css}}),
 * the pages ({{pages}}) or a part of the overview ({{n pages}}). What a part says is never looked at for {{ again. */
#include "html/frame.h"
#include "base/diag.h"
#include "base/embedded.h"
#include "base/io.h"
#include "base/spool.h"
#include <stdint.h>

static const struct embedded *embedded_file(struct str name)
{
	const struct embedded *e = embedded;
	while (e->name && !str_eq(str_c(e->name), name))
		e++;
	return e->name ? e : NULL;
}

static void put_part(struct overview *o, struct str name, int pages)
{
	static struct buf part;
	const struct embedded *file = embedded_file(name);
	buf_clear(&part);
	if (file)
		out_bytes((struct str){ file->bytes, file->n });
	else if (str_eq(name, STR("pages")))
		spool_out(pages);
	else if (overview_put(o, &part, name))
		out_bytes(buf_str(&part));
	else
		diag_fatal("page.html: {{%.*s}} is no part", (int)name.n, name.p);
}

void frame_put(struct overview *o, int pages)
{
	const struct embedded *file = embedded_file(STR("page.html"));
	struct str frame = { file->bytes, file->n };
	size_t at = 0, open;
	while ((open = str_find(frame, STR("{{"), at)) != SIZE_MAX) {
		size_t close = str_find(frame, STR("}}"), open);
		if (close == SIZE_MAX)
			diag_fatal("page.html: {{ without }}");
		out_bytes(str_sub(frame, at, open));
		put_part(o, str_sub(frame, open + 2, close), pages);
		at = close + 2;
	}
	out_bytes(str_sub(frame, at, frame.n));
}

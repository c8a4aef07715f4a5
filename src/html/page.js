"use strict";
/* page.js - comfort on top of a page that reads without it. Nothing is built at load: the list behind a number of the overview, the entity
 * table of a page and the filter's index are made when asked for. Text of the sources goes in as textContent only. */
(() => {
const root = document.documentElement, $ = id => document.getElementById(id), main = $("pages"), hits = $("hits");
const all = (q, from = document) => [...from.querySelectorAll(q)];
const pages = all(".page", main);
const make = (tag, text, attributes = {}) => {
	const e = document.createElement(tag);
	e.textContent = text;
	for (const name in attributes) e.setAttribute(name, attributes[name]);
	return e;
};
root.classList.add("live");

/* what hides under the bar */
const bar = document.querySelector(".bar");
const measure = () => root.style.setProperty("--bar", getComputedStyle(bar).position === "sticky" ? bar.offsetHeight + "px" : "1rem");
addEventListener("resize", measure);
measure();
if (pages.length <= 10) pages.forEach(p => { p.open = true; });

/* a link to a row or sentence: open its page, mark what belongs together */
const norm = m => m.dataset.n ?? m.textContent;
function mark(target) {
	all(".now, .hit").forEach(e => e.classList.remove("now", "hit"));
	const page = target.closest(".page");
	const rows = target.matches(".row") ? [target] : target.matches(".s") ? all(".row", page).filter(r => evidence(r) === target) : [];
	rows.forEach(r => r.classList.add("now"));
	if (rows.length !== 1) return;
	evidence(rows[0])?.classList.add("now");
	light(rows[0], page);
}
const evidence = row => { const a = row.querySelector(".ev"); return a && $(fragment(a)); };
const fragment = a => { const f = a.hash.slice(1); try { return $(f) ? f : decodeURIComponent(f); } catch { return f; } };
function light(row, page) {
	const values = new Set([row.querySelector("h3 span").textContent, ...all("dd", row).map(d => d.textContent)]);
	const day = (row.dataset.d ?? "").slice(4), dated = n => day !== "" && n === "XXXX" + day;   /* the year was inferred */
	all("mark", page.querySelector(".text")).forEach(m => m.classList.toggle("hit", values.has(norm(m)) || dated(norm(m))));
}
function go(id, row) {
	const target = $(id);
	if (!target) return;
	const page = target.closest(".page");
	if (page) { page.hidden = false; page.open = true; }
	target.scrollIntoView({ block: target.matches(".s") ? "center" : "start" });
	if (page) mark(row ?? target);
}
let from = null;                           /* the row whose evidence was asked for */
function here() {
	if (location.hash) go(fragment(location), from);
	from = null;
}
addEventListener("hashchange", here);

/* a row can be clicked anywhere but in its links */
main.addEventListener("click", e => {
	const row = e.target.closest(".row");
	if (!row || e.target.closest("a") || String(getSelection())) return;
	const a = row.querySelector(".ev");
	mark(row);
	if (a) evidence(row)?.scrollIntoView({ block: "nearest" });
});
main.addEventListener("click", e => {
	const a = e.target.closest("a.ev");
	if (!a) return;
	from = a.closest(".row");
	if (a.hash === location.hash) here();  /* no hashchange will come */
});

/* what an entity is and why, when pointed at */
const say = m => [m.className.replace(" hit", ""), norm(m), m.dataset.x, "« " + m.dataset.r + " »"].filter(Boolean).join("\n");
main.addEventListener("mouseover", e => { const m = e.target.closest("mark"); if (m && !m.title) m.title = say(m); });

/* a page's entities as a table, made when first opened */
main.addEventListener("toggle", e => {
	const page = e.target;
	if (page.matches(".ents") && page.open && !page.querySelector("table")) return table(page);
	if (!page.matches(".page") || !page.open || page.querySelector(".ents")) return;
	const ents = make("details", "", { class: "ents" });
	ents.append(make("summary", "Bảng thực thể · entities (" + all("mark:not([data-again])", page).length + ")"));
	page.querySelector(".two").append(ents);
}, true);
function table(ents) {
	const t = make("table", "");
	const put = (tag, cells) => { const r = make("tr", ""); cells.forEach(c => r.append(make(tag, c))); t.append(r); return r; };
	put("th", ["câu · sentence", "loại · type", "trong bài · text", "chuẩn · norm", "khác · members", "luật · rule"]);
	all("mark:not([data-again])", ents.closest(".page")).forEach(m => {
		const s = m.closest(".s"), r = put("td", ["", m.className.replace(" hit", ""), m.textContent, norm(m), m.dataset.x ?? "", m.dataset.r]);
		r.firstChild.append(make("a", s.dataset.s, { href: "#" + s.id }));
	});
	ents.append(t);
}

/* the list behind a number of the overview */
const find = {
	m: v => all(".row.M").filter(r => v === undefined || month(r.dataset.d) === v).sort((a, b) => a.dataset.d < b.dataset.d ? -1 : a.dataset.d > b.dataset.d ? 1 : 0),
	o: v => all(".row.O").filter(r => r.dataset.i === v),
	d: v => all(".row.D").filter(r => r.dataset.i === v),
	z: v => all(".text p").filter(p => p.dataset.z === v).flatMap(p => all(".s", p)),
	l: v => all("mark:not([data-again])").filter(m => m.classList.contains(v)),
	r: v => [...all("mark:not([data-again])").filter(m => m.dataset.r === v), ...all(".why .r").filter(c => c.textContent === v)],
};
function month(d) {
	const m = /^([0-9X]{4})(?:-(\d\d))?/.exec(d ?? "");
	return m ? (/^\d+$/.test(m[1]) ? m[1] : "XXXX") + "-" + (m[2] ?? "00") : "none";
}
function line(e) {
	const place = e.closest(".row") ?? e.closest(".s"), li = make("li", "");
	if (place.matches(".M")) li.append(make("b", place.dataset.d || "—"), " ");
	if (e.matches("mark")) li.append(make("mark", e.textContent, { class: e.className.replace(" hit", "") }), " ");
	const text = place.matches(".row") ? place.querySelector("h3 span").textContent : place.textContent;
	li.append(make("a", text.length > 200 ? text.slice(0, 200) + "…" : text, { href: "#" + place.id }), " ", make("small", place.closest(".page").querySelector(".src").textContent));
	return li;
}
function list(title, found) {
	const ol = make("ol", ""), more = make("button", "", { type: "button" });
	let n = 0;
	const next = () => {
		found.slice(n, n += 200).forEach(e => ol.append(line(e)));
		more.textContent = "+ " + (found.length - n);
		more.hidden = n >= found.length;
	};
	const shut = make("button", "Đóng · close (Esc)", { type: "button" });
	const back = document.activeElement;
	shut.onclick = () => { hits.hidden = true; back.focus(); };
	hits.onkeydown = e => { if (e.key === "Escape") shut.click(); };
	more.onclick = next;
	next();
	const head = make("h2", title + " (" + found.length + ") ");
	head.append(shut);
	hits.replaceChildren(head, ol, more);
	hits.hidden = false;
	hits.focus();
	hits.scrollIntoView({ block: "nearest" });
}
document.addEventListener("click", e => {
	const a = e.target.closest("[data-q]");
	if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
	e.preventDefault();
	list(a.dataset.q === "m" ? "Cuộc họp · meetings " + (a.dataset.v ?? "") : a.dataset.q === "r" || a.dataset.q === "z" || a.dataset.q === "l" ? a.dataset.v : a.textContent,
	     find[a.dataset.q](a.dataset.v));
});

/* filter */
const fold = s => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
let index = null;
function filter() {
	const words = fold($("filter").value).split(/\s+/).filter(Boolean), only = $("only").value;
	if (words.length) index ??= pages.map(p => fold(p.id + " " + p.textContent));
	let shown = 0;
	pages.forEach((p, i) => {
		const fits = words.every(w => index[i].includes(w)) &&
			(only === "" || (only === "bad" ? p.querySelector(".row .bad") : only === "-" ? !p.querySelector(".row") : only === "-M" ? !p.querySelector(".row.M") : p.querySelector(".row." + only)));
		p.hidden = !fits;
		shown += fits ? 1 : 0;
	});
	$("shown").textContent = shown === pages.length ? "" : shown + " / " + pages.length;
}
let waiting = 0;
$("filter").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 200); });
$("only").addEventListener("change", filter);

/* the bar */
all(".legend [value]").forEach(box => box.addEventListener("change", () => root.classList.toggle("hide-" + box.value, !box.checked)));
$("names").addEventListener("change", e => root.classList.toggle("names", e.target.checked));
$("open").onclick = () => pages.forEach(p => { if (!p.hidden) p.open = true; });
$("close").onclick = () => pages.forEach(p => { p.open = false; });
main.addEventListener("keydown", e => {
	if (e.ctrlKey || e.metaKey || e.altKey || (e.key !== "j" && e.key !== "k")) return;
	const shown = pages.filter(p => !p.hidden), at = shown.indexOf(e.target.closest(".page")), to = shown[at + (e.key === "j" ? 1 : -1)];
	if (!to) return;
	to.open = true;
	to.querySelector("summary").focus();
	to.scrollIntoView();
});
here();
})();

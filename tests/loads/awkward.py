#!/usr/bin/env python3
"""awkward.py DIR: DIR/records.jsonl, a stream whose cells are what loaders trip over, and DIR/want.json, {table: [[cell, ..], ..]} with
the header row first, worked out here from the schemas and not by to-csv. Invented people and places."""
import json, sys

TABLES = {"meetings": "meeting", "officials": "official", "directives": "directive"}
SCHEMA = {t: json.load(open(f"schemas/tables/{t}.json")) for t in TABLES}
CELLS = ["=1+1", "01", "007", "1-2", "XXXX-11-24", 'ông "Tư" nói', '"', "một, hai", "dòng một\ndòng hai", "trái\rphải", "cuối\r\nđầu", "đ" * 40000,
         "😀 họp 👍🏽", " lề trái", "lề phải ", "\tthụt", "-5", "+84 24", "@nhóm", "'nháy", "NULL", "NA", "null", "nan", "TRUE", "1E5", "3/4", "1.234.567",
         "1,5", "\\N", "\\", "12-CT/TW", "=HYPERLINK(\"x\")", "a;b", "<b>&amp;</b>", "_x0041_", "\u202eđảo\u202c", "Đắk Nông", "2022-02-30", "2015",
         "\ufeffdấu", "$1", "{}", "#chú", "một\ttab"]


def documents():
    for i, cell in enumerate(CELLS):
        doc = f"{i + 1:016x}"
        meetings = [f"{doc}-m1", f"{doc}-m2"]
        common = {"source": f"-#{i + 1}", "evidence": cell, "start": i, "end": i + len(cell.encode())}
        for k, m in enumerate(meetings):
            yield {"type": "meeting", "doc": doc, "meeting_id": m, "meeting_type": cell, "name": cell, "date": ["2022-10-05", "XXXX-11-24"][k],
                   "date_end": "2022-10-06" if k == 0 else "", "year_basis": "stated", "status": "held", "session": "", "organizers": [cell, "Ủy ban"],
                   "co_organizers": [], "places": [cell], "province": cell, "mode": "trực tuyến", "online_points": "14", "attendees": "",
                   "attendees_qualifier": cell, "chairs": ["Lò Thị Sương"], "directives": [], **common, "rules": []}
        yield {"type": "official", "doc": doc, "official_id": f"p{i:04x}", "meeting_ids": meetings if i % 2 else [], "name": cell, "honorific": cell,
               "positions": [cell], "organizations": [cell, cell], "roles": ["chair", "speak"], "point": cell, **common, "rules": []}
        yield {"type": "directive", "doc": doc, "directive_id": f"d{i:04x}", "designation": cell, "directive_type": "Chỉ thị", "number": "01",
               "symbol": cell, "issuer": cell, "date": ["2022-10-03", "2015", "1890-05-01", "2022-02-30", ""][i % 5], "subject": cell,
               "meeting_ids": meetings[:1], "mentions": 1, **common, "rules": []}
        yield {"type": "end", "doc": doc, "sentences": 1, "byte_end": 1}


def cell(v):
    return "; ".join(x.replace(";", ",") for x in v) if isinstance(v, list) else str(v)


def main(folder):
    want = {t: [[f["name"] for f in SCHEMA[t]["fields"]]] for t in TABLES}
    with open(f"{folder}/records.jsonl", "w", newline="\n") as out:
        doc = None
        for r in documents():
            if r["doc"] != doc:
                doc = r["doc"]
                print(json.dumps({"type": "document", "doc": doc, "format": 1, "source": "-", "byte_start": 0}), file=out)
                print(json.dumps({"type": "sentence", "doc": doc, "n": 1, "para": 1, "zone": "body", "text": "x", "byte_start": 0, "byte_end": 1}), file=out)
            print(json.dumps(r, ensure_ascii=int(doc, 16) % 2 == 0), file=out)
            for t, kind in TABLES.items():
                if r["type"] == kind:
                    want[t].append([cell(r[f["path"]]) for f in SCHEMA[t]["fields"]])
    json.dump(want, open(f"{folder}/want.json", "w"))


if __name__ == "__main__":
    main(sys.argv[1])

#!/usr/bin/env python3
"""wet.py [--member] [--one-member] PAGE...: a WET file of the pages on standard output, as Common Crawl writes them: a warcinfo record, then a conversion
record a page. --member: each record a gzip member."""
import gzip, sys


def record(kind, body, uri=None, length=None, version="1.0"):
    head = [f"WARC/{version}", f"WARC-Type: {kind}"]
    if uri:
        head += [f"WARC-Target-URI: {uri}"]
    head += ["WARC-Date: 2021-03-09T08:30:00Z", "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>", "Content-Type: text/plain",
             f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def wet(pages):
    yield record("warcinfo", b"Software-Info: none\r\nisPartOf: local\r\n")
    for i, p in enumerate(pages):
        yield record("conversion", open(p, "rb").read(), f"http://bao.example/tin/{i + 1}.html", version="1.0" if i % 2 else "1.1")


if __name__ == "__main__":
    member = sys.argv[1:2] == ["--member"]
    for r in wet(sys.argv[1 + member:]):
        sys.stdout.buffer.write(gzip.compress(r, mtime=0) if member else r)

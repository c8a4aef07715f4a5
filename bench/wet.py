#!/usr/bin/env python3
"""wet.py [TEXT]: pages parted by form feeds to a WET file as Common Crawl writes it, a gzip member a record, on standard output."""
import gzip, sys

text = open(sys.argv[1], "rb").read() if sys.argv[1:] else sys.stdin.buffer.read()
for n, page in enumerate(p for p in text.split(b"\f") if p.strip()):
    head = (f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://bao.example/{n}.html\r\nWARC-Date: 2024-12-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{n:012x}>\r\nContent-Type: text/plain\r\nContent-Length: {len(page)}\r\n\r\n")
    sys.stdout.buffer.write(gzip.compress(head.encode() + page + b"\r\n\r\n", 6, mtime=0))

#!/usr/bin/env python3
"""many.py N: a stream of N directives in one document."""
import sys
doc = "00000000000000aa"
w = sys.stdout.write
w(f'{{"type":"document","doc":"{doc}","format":1,"source":"-#1","byte_start":0}}\n')
for i in range(int(sys.argv[1])):
    w(f'{{"type":"directive","doc":"{doc}","directive_id":"d{i}","source":"-#1","designation":"Luật","directive_type":"Luật","mentions":1,"evidence":"x","start":0,"end":1}}\n')
w(f'{{"type":"end","doc":"{doc}","sentences":0,"byte_end":1}}\n')

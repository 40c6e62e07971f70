#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lists of terms learned from annotated news and raw text in the public domain.

    learn_terms.py OUT RAW.txt.gz ANNOTATED.jsonl…

RAW: articles separated by blank lines; ANNOTATED: one JSON object a line with `text` and
`entities[{start, end, type}]`, code points. Writes common-words.txt (words that are written small
in at least 70 % of their places, five places or more), topics-learned.txt and
organisations-learned.txt (terms that at least two, for topics three, documents hold).
Used with Voice of America news (public domain) and annotations under CC0.
"""
import collections, gzip, json, re, sys

out, raw, *annotated = sys.argv[1:]
text = gzip.open(raw, 'rt', encoding='utf8').read()
documents = [json.loads(l) for path in annotated for l in open(path, encoding='utf8')]
text += '\n'.join(d['text'] for d in documents)
small, all_ = collections.Counter(), collections.Counter()
for w in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text):
    all_[w.lower()] += 1
    if w[0].islower(): small[w.lower()] += 1
words = [w for w, n in small.items() if n >= 5 and n >= 0.7 * all_[w] and w.isascii()]

def write(name, head, entries):
    with open(out + '/' + name, 'w', encoding='utf8') as f:
        f.write('# %s\n# Written by scripts/learn_terms.py.\n' % head)
        f.write('\n'.join(sorted(set(entries))) + '\n')
write('common-words.txt', 'Words that news writes small.', words)

seen = {}
for i, d in enumerate(documents):
    for e in d['entities']:
        t = ' '.join(d['text'][e['start']:e['end']].split())
        seen.setdefault(e['type'], {}).setdefault(t, set()).add(i)
def terms(kind, least, lower=False):
    found = collections.Counter()
    for t, docs in seen.get(kind, {}).items(): found[t.lower() if lower else t] += len(docs)
    return [t for t, n in found.items() if n >= least and len(t) > 2 and '\n' not in t]
write('topics-learned.txt', 'Topics of policy news, found in at least three documents.', terms('TOPIC', 3, True))
common = set(words)
inner = {'Ministry', 'Police', 'Parliament', 'House', 'Party'}
write('organisations-learned.txt', 'Organisations found in at least two documents.',
      [t for t in terms('ORG', 2) if not (' ' not in t and (t.lower() in common or t in inner))])

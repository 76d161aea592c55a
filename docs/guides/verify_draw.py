# 独立核验双随机抽取公示文件:不使用本系统的任何代码。An independent check of a published draw: python3 verify_draw.py draw.json
import hashlib, json, math, sys
from fractions import Fraction

draw = json.load(open(sys.argv[1], encoding='utf-8-sig'))
sha = lambda text: hashlib.sha256(text.encode()).hexdigest()
canonical = lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
NAME = 'SHA256-CTR/FISHER-YATES/1'

def numbers(seed, stream):                       # 种子 → 均匀随机整数
    words = (int(sha(f'{NAME}\n{stream}\n{seed}\n{i}')[k:k + 8], 16) for i in range(10**9) for k in range(0, 64, 8))
    def below(n):
        while (word := next(words)) >= 2**32 - 2**32 % n: pass
        return word % n
    return below

def pick(items, count, below):                   # 不放回抽取
    left, out = list(items), []
    while len(out) < count and left:
        place, last = below(len(left)), left.pop()
        out.append(left[place] if place < len(left) else last)
        if place < len(left): left[place] = last
    return out

def least_busy(who, count, load, below):         # 在检查任务最少的人员中抽取
    chosen = []
    while len(chosen) < count:
        free = [w for w in who if w not in chosen]
        chosen += pick([w for w in free if load.get(w, 0) == min(load.get(f, 0) for f in free)], 1, below)
    for w in chosen: load[w] = load.get(w, 0) + 1
    return chosen

terms, base = draw['terms'], sorted(draw['base'], key=lambda o: o['id'])
people = sorted(i['id'] for i in draw['inspectors'])
away = [(r['organisation'], r['inspector']) for r in draw['recusals']]
listed = lambda rows: sha(''.join(f'{i}\t{name}\n' for i, name in rows))
commitment = sha(canonical({
    'algorithm': NAME, 'seed': draw['seed'], 'terms': terms,
    'baseHash': listed((o['id'], o['name']) for o in base),
    'inspectorsHash': listed((p, '') for p in people),
    'recusalsHash': sha(canonical(sorted(map(list, away))))}))
assert commitment == draw['commitment']['hash'], '种子、条件或名单与承诺不符'

seed = draw['seed'] if draw['beaconValue'] is None else sha(draw['seed'] + '\n' + draw['beaconValue'])
exact = len(base) * Fraction(terms['ratePct']) / 100
size = {'CEIL': math.ceil(exact), 'FLOOR': math.floor(exact), 'HALF_UP': math.floor(exact + Fraction(1, 2))}[terms['rounding']]
drawn = pick([o['id'] for o in base], size, numbers(seed, 'organisations'))
assert drawn == draw['drawn'], '抽中单位与公示不符'

may = lambda organisation: [p for p in people if (organisation, p) not in away]
load, below = {}, numbers(seed, 'inspectors')
checks = {o: least_busy(may(o), terms['inspectorsPerCheck'], load, below) for o in drawn}
told = lambda rows: {r['organisation']: r['inspectors'] for r in rows}
assert checks == told(draw['assignments']), '检查人员与公示不符'

for n, leaves in enumerate(draw['redraws'], 1):  # 回避补抽,按先后顺序
    organisation, leaving = leaves['organisation'], leaves['inspector']
    away.append((organisation, leaving))
    busy = {}
    for who in checks.values():
        for w in who: busy[w] = busy.get(w, 0) + 1
    others = [p for p in may(organisation) if p not in checks[organisation]]
    instead = least_busy(others, 1, busy, numbers(seed, f'redraw/{n}'))[0]
    checks[organisation] = [instead if w == leaving else w for w in checks[organisation]]
assert checks == told(draw['finalAssignments']), '补抽结果与公示不符'
print('一致')

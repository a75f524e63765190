"""qinglan-draw/1 written a second time, from docs/draw.md alone. Python 3, standard library only.

    python3 draw.py < cases.jsonl       one drawing a line in, what follows from it a line out
    python3 draw.py material.txt        checks a file saved from a 验证抽户 page
"""
import hashlib
import hmac
import json
import sys


def digests(frame, secret, attempt, number):
    frame_hash = hashlib.sha256(frame.encode()).hexdigest()
    prefix = f"qinglan-draw/1\n{frame_hash}\n{attempt}\n{number}\n"
    return lambda line: hmac.new(bytes.fromhex(secret), (prefix + line).encode(), hashlib.sha256).digest()


def lines(frame, letter):
    return [line.split(" ")[1:] for line in frame.split("\n") if line.startswith(letter + " ")]


def door(frame, secret, attempt, number, out):
    digest = digests(frame, secret, attempt, number)
    left = [(v, h) for v, h in lines(frame, "H") if h not in out]
    still = {v for v, _ in left}
    strata = [(int(n), v) for v, n in lines(frame, "V") if v in still]
    if not strata:
        return None
    fewest = min(n for n, _ in strata)
    village = min((v for n, v in strata if n == fewest), key=lambda v: digest("V " + v))
    return [village, min((h for v, h in left if v == village), key=lambda h: digest("H " + h))]


def pairs(frame, secret, number):
    digest = digests(frame, secret, 1, number)
    size = int(lines(frame, "N")[0][0])
    of_village = {}
    for person, village in lines(frame, "E"):
        of_village.setdefault(village, []).append(person)
    villages = sorted(of_village, key=lambda v: digest("V " + v))
    for people in of_village.values():
        people.sort(key=lambda p: digest("E " + p))
    taken = []
    while len(taken) < size:
        before = len(taken)
        for village in villages:
            fresh = [p for p in of_village[village] if p not in taken]
            if fresh and len(taken) < size:
                taken.append(fresh[0])
        if len(taken) == before:
            break
    barred = {(examinee, examiner) for examinee, examiner, _ in lines(frame, "B")}
    given = {examiner: 0 for (examiner,) in lines(frame, "X")}
    drawn = []
    for examinee in taken:
        free = [x for x in given if (examinee, x) not in barred]
        chosen = min(free, key=lambda x: (given[x], digest(f"X {examinee} {x}")), default=None)
        if chosen:
            given[chosen] += 1
        drawn.append([examinee, chosen])
    return drawn


def material(path):
    head, frame = open(path, encoding="utf-8", newline="").read().split("---\n", 1)
    told = [line.split(" ") for line in head.split("\n")]
    said = {words[0]: words[1] for words in told if len(words) == 2}
    secret = said.get("secret", "")
    checks = {"frame-hash": hashlib.sha256(frame.encode()).hexdigest() == said["frame-hash"]}
    if secret:
        checks["secret-hash"] = hashlib.sha256(bytes.fromhex(secret)).hexdigest() == said["secret-hash"]
        out = []
        for _, attempt, number, village, household in (w for w in told if w[0] == "draw"):
            checks["draw " + attempt] = door(frame, secret, int(attempt), number, out) == [village, household]
            out.append(household)
        if "number" in said:
            drawn = [[e, None if x == "-" else x] for _, e, x in (w for w in told if w[0] == "pair")]
            checks["pairs"] = pairs(frame, secret, said["number"]) == drawn
    for name, ok in checks.items():
        print(name, "ok" if ok else "DIFFERS")
    return all(checks.values())


if len(sys.argv) > 1:
    sys.exit(0 if material(sys.argv[1]) else 1)
for line in sys.stdin:
    case = json.loads(line)
    same = (case["frame"], case["secret"])
    print(json.dumps(door(*same, case["attempt"], case["number"], case["out"]) if "out" in case else pairs(*same, case["number"])))

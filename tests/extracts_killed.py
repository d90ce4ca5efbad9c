"""extracts_killed.py NOMS PEOPLE: extracts of sentences, movements and allocations that are killed again
and again (SIGKILL) end as those that were not, and taken in a second time change nothing.

Works in a demonstration without offenders, which has courts, prisons and officers; its copy, made with
the same seed, is the one that is disturbed.
"""
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from import_killed import content_of, differences, events_in

noms, people_wanted = sys.argv[1], int(sys.argv[2])
KINDS = {"sentences": "sentence", "movements": "movement", "allocations": "management_allocation"}
PEOPLE = ("record_id,source,prison_number,crn,pnc,cro,first_name,middle_name,last_name,alias_first,alias_last,"
          "dob,alias_dob,sex,ethnicity,address,postcodes,sentence_dates,held_by")
HEADING = {"sentences": "court,heard_on,offence,committed_on,disposal,months,ended_on,ended_reason",
           "movements": "moved_on,moved_at,move,prison,released_for,warrant_kind,issued_on,override_reason",
           "allocations": "from_day,manager,reason"}


@contextmanager
def opened(database):
    """A connection that is closed in the end: SQLite's locks are of a process, and a leaked one loses them."""
    connection = sqlite3.connect(database, timeout=30)
    connection.create_collation("C", lambda one, other: (one > other) - (one < other))
    try:
        yield connection
    finally:
        connection.close()


def officers_of(database):
    with opened(database) as connection:
        return [row[0] for row in connection.execute(
            "select a.name from account a join management_officer o on o.account = a.id"
            " where o.grade = 'Officer' order by a.name limit 12")]


def rows_of(chance, officers, number, who):
    """What befell one person, by extract; now and then a row that cannot be."""
    day = f"2005-{chance.randrange(5, 13):02}-{chance.randrange(1, 29):02}"
    bad = "2006-02-30" if chance.random() < 0.03 else day
    sentence = f"{who},C06MC00,{bad},Burglary,2005-04-20,IMP12,{chance.randrange(24, 60)},,"
    moves = [f"{who},{day},,Reception,MRI,,Committal,{day},"]
    if chance.random() < 0.5:
        moves.append(f"{who},2006-01-{chance.randrange(10, 29)},09:30,Transfer,LPI,,,,")
    if chance.random() < 0.2:
        moves.append(f"{who},2006-03-01,,Release,,Conditional,,,")
    manager = chance.choice(officers) if chance.random() < 0.95 else "nobody.known"
    named = [f"{who},{day},{manager},Named at court"] if number % 3 else []
    return {"sentences": [sentence], "movements": moves, "allocations": named}


def write_extracts(folder, officers):
    chance = random.Random(17)
    lines = {"people": [PEOPLE], **{kind: [f"number_kind,number,surname,{heading}"]
                                    for kind, heading in HEADING.items()}}
    for number in range(people_wanted):
        own = f"A{1000 + number}BC"
        lines["people"].append(f"{number},prison,{own},,,,Ann,,Tess{'abcdefgh'[number % 8]},,,1970-01-02,,F,,,,,MRI")
        rows = rows_of(chance, officers, number, f"PrisonNumber,{own},Tess{'abcdefgh'[number % 8]}")
        for kind, more in rows.items():
            lines[kind] += more
    for kind, all_lines in lines.items():
        (folder / f"{kind}.csv").write_text("\n".join(all_lines) + "\n")


def begin(database, folder, kind):
    return subprocess.Popen([noms, "import", folder / f"{'people' if kind == 'records' else kind}.csv", "--kind", kind,
                             "--database", f"sqlite:{database}"],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rows_in(database, table):
    with opened(database) as connection:
        return connection.execute(f"select count(*) from {table}").fetchone()[0]


def killed(database, folder, kind, whole):
    """Kills each run after a third more of the rows, until one comes to its end; gives where."""
    left = []
    while True:
        stood = rows_in(database, KINDS[kind])
        process = begin(database, folder, kind)
        while process.poll() is None and rows_in(database, KINDS[kind]) < stood + whole // 3:
            time.sleep(0.01)
        if process.poll() is not None:
            return left
        process.kill()
        process.wait()
        left.append(rows_in(database, KINDS[kind]))


def main():
    faults, told = [], []
    with tempfile.TemporaryDirectory(prefix="noms-killed-") as name:
        folder = Path(name)
        undisturbed, disturbed = folder / "one.db", folder / "other.db"
        subprocess.run([noms, "demo", "--offenders", "0", "--database", f"sqlite:{undisturbed}"],
                       check=True, stdout=subprocess.DEVNULL)
        write_extracts(folder, officers_of(undisturbed))
        begin(undisturbed, folder, "records").wait()
        with opened(undisturbed) as connection, opened(disturbed) as copy:
            connection.backup(copy)
        for kind in KINDS:
            begin(undisturbed, folder, kind).wait()
            whole = rows_in(undisturbed, KINDS[kind]) - rows_in(disturbed, KINDS[kind])
            left = killed(disturbed, folder, kind, max(whole, 3))
            told.append(f"{kind} killed at {left}")
            faults += [f"{kind}: {each}" for each in differences(content_of(undisturbed), content_of(disturbed))]
            if whole > 3 and not left:
                faults.append(f"{kind}: no run was killed half-way")
        expected, events = content_of(undisturbed), events_in(undisturbed)
        for kind in KINDS:
            begin(undisturbed, folder, kind).wait()
        faults += [f"a second time: {each}" for each in differences(expected, content_of(undisturbed))]
        if events_in(undisturbed) != events:
            faults.append(f"a second time: events: {events} and {events_in(undisturbed)}")
    for fault in faults:
        print("FAILED", fault)
    print("; ".join(told))
    print(f"{0 if faults else 2} passed, {len(faults)} failed")
    sys.exit(1 if faults else 0)


main()

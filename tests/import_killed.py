"""import_killed.py NOMS ROWS: an import that is killed again and again ends as one that was not.

Imports an extract of so many invented records undisturbed, then into another database where each
run is killed (SIGKILL) after its first batch, until one comes to its end; compares every table of the
two, ids and instants aside; and runs the first import once more, which must change nothing.
"""
import csv
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

noms, rows_wanted = sys.argv[1], int(sys.argv[2])
# What a row is known by differs from run to run: ids, digests over ids, and instants.
ASIDE = re.compile(r"^(id|command|event|events|position|number|salt|digest|chain|recorded_at|sealed_at|"
                   r"applied_at|at|changes)$")


COLUMNS = ("record_id source prison_number crn pnc cro first_name middle_name last_name alias_first "
           "alias_last dob alias_dob sex ethnicity address postcodes sentence_dates").split()


def pnc(chance):
    """A number of the Police National Computer with its check letter (areas/offenders/rules.cpp)."""
    year, serial = chance.randrange(80, 100), chance.randrange(1, 10**7)
    return f"{year}/{serial:07}{'ZABCDEFGHJKLMNPQRTUVWXY'[int(f'{year}{serial:07}') % 23]}"


def write_extract(path):
    """People with one to three records each, most of which share a number; some rows are no rows."""
    chance = random.Random(11)
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, COLUMNS)
        out.writeheader()
        record = 0
        while record < rows_wanted:
            person = {"first_name": chance.choice(["Ann", "Bob", "Cem", "Dai", "Eve", "Flo"]),
                      "last_name": f"{chance.choice('BCDFGH')}{chance.choice('aeiou')}{chance.choice('lmnr')}ton",
                      "dob": f"19{chance.randrange(50, 90)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}",
                      "sex": chance.choice("MF"), "pnc": pnc(chance)}
            for _ in range(chance.randrange(1, 4)):
                record += 1
                row = {**person, "record_id": record, "source": chance.choice(["prison", "probation"])}
                if chance.random() < 0.2:
                    row["pnc"] = ""
                if chance.random() < 0.02:
                    row["dob"] = "1982-02-31"
                out.writerow(row)


def import_into(database, extract):
    return subprocess.Popen([noms, "import", extract, "--database", f"sqlite:{database}"],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def references(connection, table):
    """Columns that hold an id of another row, and of which table."""
    found = {row[3]: row[2] for row in connection.execute(f"pragma foreign_key_list({table})")}
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    if "offender" in columns:
        found["offender"] = "offender"  # holds name offenders without a foreign key
    return found


def person_names(connection):
    """An offender by what does not change: the records that stand under it."""
    names = {}
    rows = connection.execute("select offender, source, record_key from offender_record"
                              " order by source, record_key, line")
    for offender, source, key in rows:
        names[offender] = names.get(offender, "") + f"{source}/{key} "
    return names


def rows_of(connection, table, people):
    """The table's rows as sorted text, with offenders by name and other ids left out."""
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    led_to = references(connection, table)
    told = []
    for row in connection.execute(f"select {', '.join(columns)} from {table}"):
        cells = []
        for column, value in zip(columns, row):
            if column in ("offender", "other", "joined_to", "subject"):
                value = people.get(value, value)
            elif column in led_to or ASIDE.match(column):
                value = "" if value is None else "an id"
            cells.append(f"{column}={value}")
        told.append("|".join(cells))
    return sorted(told)


def content_of(database):
    connection = sqlite3.connect(database)
    connection.create_collation("C", lambda one, other: (one > other) - (one < other))
    tables = [row[0] for row in connection.execute(
        "select name from sqlite_master where type = 'table' order by name")]
    people = person_names(connection)
    # Batches differ after a kill, and with them how many events tell of one offender.
    return {table: rows_of(connection, table, people) for table in tables
            if not table.startswith(("event", "sqlite_", "schema_"))}


def differences(one, other):
    for table in one:
        if one[table] != other[table]:
            only = set(one[table]) ^ set(other[table])
            yield f"{table}: {len(one[table])} and {len(other[table])} rows; {next(iter(only), 'counts')}"


def records_in(database):
    try:
        connection = sqlite3.connect(database)
        return connection.execute("select count(*) from offender_record").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # killed before there was a table


def killed_import(database, extract):
    """Kills each run in the batch after the one that it finished, until one comes to its end; gives
    how many records stood after each kill."""
    chance, left = random.Random(3), []
    while True:
        stood = left[-1] if left else 0
        process = import_into(database, extract)
        while process.poll() is None and records_in(database) <= stood:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.1)
        if process.poll() is not None:
            return left
        process.kill()
        process.wait()
        left.append(records_in(database))


def events_in(database):
    return sqlite3.connect(database).execute("select count(*) from event").fetchone()[0]


def main():
    faults = []
    with tempfile.TemporaryDirectory(prefix="noms-killed-") as folder:
        extract, undisturbed, disturbed = (Path(folder) / name for name in ("e.csv", "one.db", "other.db"))
        write_extract(extract)
        import_into(undisturbed, extract).wait()
        expected, events = content_of(undisturbed), events_in(undisturbed)
        if len(expected["offender"]) < rows_wanted / 4:
            faults.append("the import takes hardly anybody in")
        left = killed_import(disturbed, extract)
        if not any(0 < each < len(expected["offender_record"]) for each in left):
            faults.append(f"no run was killed half-way: {left}")
        faults += differences(expected, content_of(disturbed))
        import_into(undisturbed, extract).wait()
        again = list(differences(expected, content_of(undisturbed)))
        if events_in(undisturbed) != events:
            again.append(f"events: {events} and {events_in(undisturbed)}")
        faults += [f"a second time: {each}" for each in again]
    for fault in faults:
        print("FAILED", fault)
    print(f"{len(expected['offender'])} offenders in {len(expected)} tables, killed at {left} records")
    print(f"{0 if faults else 2} passed, {len(faults)} failed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

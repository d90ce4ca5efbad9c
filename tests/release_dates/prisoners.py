#!/usr/bin/env python3
"""prisoners.py FILE.db COUNT: makes COUNT people of a demonstration in SQLite prisoners whose dates can be worked out.

For scripts/bench-recalculation alone: whoever was sentenced serves three years and eleven months, and people are
copied with their offences, sentences, warrants, movements and added days until there are COUNT. Nothing of this
goes through the service, so that the file is good for measuring and nothing else."""
import sqlite3
import sys

OFFSET = 1 << 58
KEYS = {"id", "offender", "appearance", "offence", "warrant", "consecutive_to"}
TABLES = ("offender", "sentence_appearance", "sentence_offence", "sentence", "movement_warrant", "movement",
          "release_dates_added_days")


def copy_people(db, count):
    """As many more as are missing, each the copy of one that is there under keys of its own."""
    people = [row[0] for row in db.execute("select distinct offender from sentence order by offender")]
    missing = count - len(people)
    if missing > len(people):
        sys.exit(f"prisoners.py: {len(people)} were sentenced, which is less than half of {count}")
    if missing <= 0:
        return
    last = people[missing - 1]
    for table in TABLES:
        columns = [row[1] for row in db.execute(f"pragma table_info({table})")]
        taken = ", ".join(f"{name} + {OFFSET}" if name in KEYS else name for name in columns)
        whose = "id" if table == "offender" else "offender"
        whom = "select distinct offender from sentence where offender <= ?1"
        db.execute(f"insert into {table} ({', '.join(columns)}) select {taken} from {table} "
                   f"where {whose} <= ?1 and {whose} in ({whom})", (last,))


def main(file, count):
    db = sqlite3.connect(file)
    db.create_collation("C", lambda a, b: (a > b) - (a < b))
    db.execute("update sentence set disposal = 'IMP12', term = 'Fixed', years = 3, months = 11, weeks = 0, days = 0, "
               "custodial_years = 0, custodial_months = 0, custodial_weeks = 0, custodial_days = 0, "
               "consecutive_to = null, ended_on = null, ended_reason = null, remand_days = null, "
               "imposed_on = max(imposed_on, '2005-05-03')")
    db.execute("update sentence_offence set committed_on = '2005-04-20'")
    copy_people(db, count)
    db.commit()
    print(db.execute("select count(distinct offender) from sentence").fetchone()[0], "people sentenced to custody")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

// The calendar of England and Wales, worked out apart from the service that is under test.
// Bank holidays by the Banking and Financial Dealings Act 1971 and proclamations: https://www.gov.uk/bank-holidays
const bank_holidays = new Set([
  ...["2007-01-01", "2007-04-06", "2007-04-09", "2007-05-07", "2007-05-28", "2007-08-27", "2007-12-25", "2007-12-26"],
  ...["2008-01-01", "2008-03-21", "2008-03-24", "2008-05-05", "2008-05-26", "2008-08-25", "2008-12-25", "2008-12-26"],
]);
const text_of = (at) => at.toISOString().slice(0, 10);

/** The day so many days after that one, "2007-10-08". */
export function days_after(day, count) {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return text_of(at);
}

/** The day so many working days after that one, which does not count itself. */
export function working_days_after(day, count) {
  for (let left = count; left > 0; ) {
    day = days_after(day, 1);
    const of_week = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (of_week !== 0 && of_week !== 6 && !bank_holidays.has(day)) left -= 1;
  }
  return day;
}

/** The same day of the month so many months later; the last of that month where it has none. */
export function months_after(day, count) {
  const [year, month, of_month] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return text_of(new Date(Date.UTC(year, month - 1 + count, Math.min(of_month, last))));
}

/** "Mon 8 Oct 2007", as pages show a day in short. */
export function in_short(day) {
  const words = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const parts = Object.fromEntries(words.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.day} ${parts.month.slice(0, 3)} ${parts.year}`;
}

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "areas/offenders/pair_view.hpp"
#include "areas/offenders/review_pages.hpp"
#include "areas/offenders/rules_joining.hpp"
#include "kit/page/content.hpp"
#include "kit/page/evidence.hpp"
#include "kit/page/table.hpp"

namespace noms::offenders {

using namespace page;

namespace {

// The weights that the chances to review and to join stand for, for the shaded band.
constexpr double band_from = -2, band_until = 6;

std::string path_of_pair(Id<Candidate> id) {
    return "/matches/" + to_text(id);
}

std::string pairs_in_words(std::int64_t count) {
    return count == 1 ? "1 pair" : with_commas(count) + " pairs";
}

std::string clock_of(Instant at) {
    return to_text(at).substr(11, 5);
}

/// "1 pair is open", "Nobody has asked for a second reader".
Html standing_of(const Pairs& shown) {
    auto words = pairs_in_words(shown.waiting) + " to review";
    if (shown.for_second > 0)
        words += fmt::format(", {} waiting for a second reader", shown.for_second);
    auto alike = shown.read_alike.read_twice == 0
                     ? std::string("No pair has been read by two readers yet.")
                     : fmt::format("Two readers said the same of {} of {} that both read.",
                                   shown.read_alike.alike,
                                   pairs_in_words(shown.read_alike.read_twice));
    return lead(words + ".") + small(alike);
}

std::string state_of(const PairLine& line) {
    if (!line.held_by.empty()) return line.held_by + " is looking at it";
    if (line.sent_back) return "Sent back by a second reader";
    return line.candidate.state == CandidateState::SecondReading ? "Wants a second reader" : "Open";
}

std::string in_a_hundred(std::int64_t chance_in_10000) {
    return fmt::format("{} in 100", (chance_in_10000 + 50) / 100);
}

std::string answer_of(const PairView& pair) {
    auto chance = fmt::format("{} in 100 that it is one person.", pair.chance_in_100);
    if (pair.weight >= band_until) return "Very likely one person: " + chance;
    bool relatives = pair.against_stranger > pair.against_relative + 2;
    if (pair.against_stranger > 4 && relatives)
        return "Not two strangers. One person, or two of one family: " + chance;
    if (pair.weight <= 0) return "More likely two people: " + chance;
    return "It may be one person: " + chance;
}

/// A weight as a chance: "1 in 80,000", "9 in 10".
std::string odds_of(double bits) {
    auto odds = std::exp2(bits);
    if (bits > 0) return fmt::format("{:.0f} in 10", 10 * odds / (1 + odds));
    auto one_in = 1 / odds + 1;
    // Two digits: the rest is no knowledge.
    auto step = std::max(1.0, std::pow(10, std::floor(std::log10(one_in)) - 1));
    return "1 in " + with_commas(std::llround(std::round(one_in / step) * step));
}

std::string before_of(const PairView& pair) {
    if (pair.items.empty()) return "";
    return fmt::format("Before looking: {} for any two records, {} for two of one family",
                       odds_of(pair.items.front().against_stranger),
                       odds_of(pair.items.front().against_relative));
}

Html evidence_of(const PairView& pair) {
    Evidence shown{.caption =
                       "The two records side by side with the weight of each item against a "
                       "stranger and against a relative",
                   .left = {pair.left.label, path_of(pair.left.offender)},
                   .right = {pair.right.label, path_of(pair.right.offender)},
                   .first = "Against a stranger",
                   .second = "Against a relative",
                   .before = before_of(pair),
                   .sum = fmt::format("With namesakes counted as well: {}{:.1f}. Where it is "
                                      "shaded, a person decides.",
                                      pair.weight < 0 ? "\u2212" : "",
                                      std::abs(pair.weight)),
                   .band_from = band_from,
                   .band_until = band_until};
    auto value = [](const std::string& text) { return text.empty() ? "Not known" : text; };
    for (const auto& row : pair.items)
        shown.items.push_back({row.item,
                               row.outcome,
                               value(row.left),
                               value(row.right),
                               row.differs,
                               row.against_stranger,
                               row.against_relative});
    return small(
               "Bars to the right speak for one person, bars to the left against. Each bar begins "
               "where the one above ends. A weight of 1 doubles the chance. What differs is in "
               "bold.") +
           page::evidence(shown);
}

std::vector<Option> options_of(const PairView& pair) {
    std::vector<Option> out{
        {"Join",
         "One person: join the records",
         "Both keep their numbers, names and dates; a join can be undone exactly."},
        {"KeepApart",
         "Two people: keep apart",
         "They are not suggested again for as long as the decision stands."}};
    if (pair.second_reading)
        out.push_back({"SendBack",
                       "Send back to the first reader",
                       "Say what has to be found out; the records stay apart until then."});
    else
        out.push_back({"CannotTell",
                       "Cannot tell: ask a second reader",
                       "The records stay apart until then."});
    return out;
}

Html decision_form(const PairView& pair,
                   const form::Values& values,
                   const std::vector<FieldError>& errors) {
    auto field = [&](const char* name, const char* label, const char* hint) {
        return Field{.name = name,
                     .label = label,
                     .hint = hint,
                     .value = std::string(form::value_of(values, name)),
                     .error = error_of(errors, name, label)};
    };
    auto decision = field("decision", "Your decision", "");
    decision.label_size = "m";
    auto inside = radios(decision, options_of(pair)) +
                  textarea(field("reason", "Why", "Who you asked, or which document you saw"), 2) +
                  date_input(field("expires_on",
                                   "The decision binds until (optional)",
                                   "From that day on the pair may be suggested again"),
                             values);
    if (!pair.second_reading)
        inside += checkbox(field("second_reader", "Have a second reader confirm it first", ""),
                           form::value_of(values, "second_reader") == "true");
    auto path = path_of_pair(pair.candidate.id);
    auto hold = pair.held_by_reader
                    ? Html()
                    : post_form(path + "/hold", secondary_button("Hold it for 15 minutes"));
    return post_form(path, inside + button("Save and show next")) + hold +
           post_form(
               "/matches/next",
               hidden("after", to_text(pair.candidate.id)) + secondary_button("Leave for later"));
}

/// Both records by name: on a narrow screen the table has no headings to lead there.
Html records_of(const PairView& pair) {
    std::vector<Cell> lines;
    for (const auto* side : {&pair.left, &pair.right})
        lines.push_back(link(path_of(side->offender), side->name) + text(", " + side->label));
    return section("The records", bullets(lines));
}

Html family_of(const PairView& pair) {
    std::vector<Cell> lines;
    for (const auto& each : pair.family)
        lines.push_back(link(path_of(each.offender), each.name) + text(". " + each.words));
    auto out = section("Family with records",
                       lines.empty() ? small("Nobody else of that surname is recorded at the same "
                                             "postcode.")
                                     : bullets(lines));
    std::vector<Cell> settles(pair.would_settle.begin(), pair.would_settle.end());
    if (!settles.empty()) out += section("What would settle it", bullets(settles));
    return out;
}

/// Who decided what of these two, and how that is ended.
Html decisions_of(const PairView& pair) {
    std::vector<Cell> lines;
    for (const auto& each : pair.decisions) {
        auto until = each.expires_on ? ", until " + noms::in_words(*each.expires_on) : "";
        auto words = fmt::format("{}: {}, decided on {} by {}{}.",
                                 each.said == Said::Same ? "One person" : "Two people",
                                 each.reason,
                                 noms::in_words(each.made_on),
                                 each.made_by,
                                 until);
        auto line = text(words);
        if (each.said == Said::Different)
            line +=
                text(" ") + link(path_of(each.offender) + "/decisions/" + to_text(each.id) + "/end",
                                 "End this decision");
        lines.push_back(line);
    }
    return lines.empty() ? Html() : section("What was decided", bullets(lines));
}

/// What was decided lately, with the way to end a decision that keeps two apart.
Html decided_lately(const Pairs& shown) {
    if (shown.decided.empty()) return {};
    Table table{.caption = "Decided lately",
                .columns = {{"Of whom"}, {"Decision"}, {"Why"}, {"By"}, {"On"}, {"Binds"}}};
    for (const auto& [decision, standing, offender, other] : shown.decided) {
        auto path = path_of(standing) + "/decisions/" + to_text(decision.id) + "/end";
        Cell binds = decision.ended_on ? Cell("Ended by " + decision.ended_by)
                     : decision.said == Said::Different
                         ? Cell(link(path, "End", "the decision on " + offender))
                         : Cell("Until its join is undone");
        table.rows.push_back({{link(path_of(decision.offender), offender) + text(" and ") +
                                   link(path_of(decision.other), other),
                               decision.said == Said::Same ? "One person" : "Two people",
                               decision.reason,
                               decision.made_by,
                               decision.made_on,
                               binds}});
    }
    return section("Decided lately", page::table(table), "decided");
}

bool is_decided(const PairView& pair) {
    return pair.candidate.state == CandidateState::Joined ||
           pair.candidate.state == CandidateState::KeptApart;
}

std::string hold_in_words(const PairView& pair) {
    if (!pair.held_until) return "Nobody else is looking at it.";
    auto until = " until " + clock_of(*pair.held_until) + " UTC.";
    return (pair.held_by_reader ? "Held for you" : "Held for " + pair.held_by) + until;
}

/// What the second reader wants to know first.
std::string sent_back_in_words(const PairReading& reading) {
    auto what = reading.opinion == Opinion::SendBack ? "sent it back" : "could not tell either";
    return fmt::format("{}, the second reader, {} on {}: {}",
                       reading.reader,
                       what,
                       noms::in_words(reading.read_on),
                       reading.reason);
}

Html what_to_do(const PairView& pair,
                const form::Values& values,
                const std::vector<FieldError>& errors) {
    if (is_decided(pair))
        return inset(
            (pair.candidate.state == CandidateState::Joined ? "Joined by " : "Kept apart by ") +
            pair.candidate.decided_by + ".");
    if (!pair.held_by.empty())
        return inset(pair.held_by +
                     " is looking at this pair; nobody else can decide it until then.");
    return decision_form(pair, values, errors);
}

}  // namespace

Page pairs_page(const Pairs& shown) {
    Page page("Are these one person?");
    page.in_menu("/matches").add(heading(1, "Are these one person?"));
    if (shown.pairs.empty() && !shown.next_after) {
        page.add(empty_state("Nothing to review",
                             "No open pair of records lies in what you may see.",
                             "Pairs come here when an extract is taken in, and when a name, a "
                             "number, a birth date or an address is recorded."));
        return page.add(decided_lately(shown));
    }
    page.add(standing_of(shown));
    page.add(post_form("/matches/next", button("Review the first")));
    Table table{
        .caption = "Pairs to decide, those first whose decision would change most",
        .columns = {{"Pair"}, {"One person", true}, {"Why it is here"}, {"State"}, {"Since"}}};
    for (const auto& line : shown.pairs)
        table.rows.push_back(
            {{link(path_of_pair(line.candidate.id), line.offender_name + " and " + line.other_name),
              in_a_hundred(line.candidate.chance_in_10000),
              line.candidate.evidence,
              state_of(line),
              line.candidate.found_on}});
    page.add(page::table(table));
    if (shown.next_after) page.add(pagination("", "/matches?after=" + to_text(*shown.next_after)));
    return page.add(decided_lately(shown));
}

Page pair_page(const PairView& pair,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    Page page("Are these two records one person?");
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu("/matches").add(back_link("/matches", "Back to all pairs"));
    page.add(caption(pairs_in_words(pair.waiting) + " to review. " + hold_in_words(pair)));
    page.add(heading(1, "Are these two records one person?"));
    page.add(lead(answer_of(pair)));
    if (!pair.against.empty())
        page.add(warning("Nobody joins these unseen: " + pair.against + "."));
    if (pair.second_reading && !is_decided(pair))
        page.add(
            inset("A first reader asked for a second. What they thought is not shown, so that "
                  "you judge for yourself."));
    if (pair.sent_back) page.add(inset(sent_back_in_words(*pair.sent_back)));
    page.add(section("The two records and what each item adds", evidence_of(pair), "evidence"));
    return page.add(two_one(
        what_to_do(pair, values, errors) + small("A join can be undone exactly, at any time."),
        records_of(pair) + family_of(pair) + decisions_of(pair)));
}

}  // namespace noms::offenders

#include "areas/offenders/review.hpp"
#include "areas/offenders/review_pages.hpp"

/// The addresses of reviewing.
namespace noms::offenders {
namespace {

Result<page::Page> show_pairs(web::Context& context) {
    return pairs_page(TRY(pairs_in_queue(context, TRY(context.query<AskedPairs>()))));
}

Result<page::Page> show_pair(web::Context& context) {
    return pair_page(TRY(view_of_pair(context)), {}, {});
}

Result<page::Page> pair_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto faults = error.fields;
    if (faults.empty()) faults.push_back({"", "refused", error.message});
    return pair_page(TRY(view_of_pair(context)), values, faults);
}

Result<page::Page> pairs_again(web::Context& context, const form::Values&, const Error&) {
    return pairs_page(TRY(pairs_in_queue(context, {})));
}

std::string to_pair(const std::optional<Id<Candidate>>& pair) {
    return pair ? "/matches/" + to_text(*pair) : std::string("/matches");
}
std::string to_next(const Decided& decided) {
    return to_pair(decided.next);
}
std::string to_taken(const Taken& taken) {
    return to_pair(taken.pair);
}

}  // namespace

void serve_review(web::Api& api) {
    const std::string link = "offenders.link";
    api.page({"/matches", link, "Pairs that may be one person"}, &show_pairs);
    api.get<AskedPairs, Pairs>({"/api/matches", link, "Pairs that may be one person"},
                               &pairs_in_queue);
    api.command<TakeNext, Taken>({"/matches/next", link, "Take the next pair to review"},
                                 &take_next,
                                 {&to_taken, &pairs_again});
    api.page({"/matches/{candidate}", link, "Are these two records one person?"}, &show_pair);
    api.get({"/api/matches/{candidate}", link, "A pair, what speaks for it and against"},
            &view_of_pair);
    api.command<DecideCandidate, Decided>(
        {"/matches/{candidate}", link, "Join, keep apart, ask a second reader or send back"},
        &decide,
        {&to_next, &pair_again});
    api.command<HoldPair, Taken>({"/matches/{candidate}/hold", link, "Hold a pair, or let it go"},
                                 &hold_pair,
                                 {&to_taken, &pair_again});
}

}  // namespace noms::offenders

#include "areas/outcomes/outcomes.hpp"

#include "areas/outcomes/pages.hpp"
#include "areas/outcomes/places.hpp"

/// The area's addresses.
namespace noms::outcomes {
namespace {

Result<FairnessView> view_of(web::Context& context, const FairnessQuery& query) {
    auto tomorrow = plus_days(context.today, 1);
    FairnessView view{.from = query.from.value_or(plus_months(tomorrow, -12)),
                      .until = query.until.value_or(tomorrow)};
    if (tomorrow < view.until)
        return invalid({{"until", "in_future", "The end must not lie in the future"}});
    if (view.until <= view.from)
        return invalid({{"until", "before_from", "The end lies before the beginning"}});
    view.chosen = TRY(place_asked(context, query.body));
    view.places = places_of(context, view.chosen);
    if (view.chosen)
        view.counted = TRY(fairness_of(
            context, {.body = *view.chosen, .from = view.from, .last = plus_days(view.until, -1)}));
    return view;
}

Result<page::Page> show_fairness(web::Context& context) {
    return fairness_page(TRY(view_of(context, TRY(context.query<FairnessQuery>()))));
}

Result<Fairness> get_fairness(web::Context& context, const FairnessQuery& query) {
    auto view = TRY(view_of(context, query));
    if (!view.counted) return invalid({{"body", "missing", "Say whose figures"}});
    return *view.counted;
}

}  // namespace

void serve(web::Api& api) {
    const std::string right = "outcomes.fairness", path = "/fairness";
    const std::string what = "Tiers, breaches and recalls by ethnicity, sex and age";
    api.page({path, right, what}, &show_fairness);
    api.get<FairnessQuery, Fairness>({"/api" + path, right, what}, &get_fairness);
}

}  // namespace noms::outcomes

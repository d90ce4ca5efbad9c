#pragma once

#include <map>
#include <string>

#include "areas/demonstration/agenda.hpp"
#include "areas/demonstration/disposals.hpp"
#include "areas/demonstration/life.hpp"

/// How lives go: an order in the community, a licence, a term, a remand, and those that are over.
namespace noms::demonstration {

/// Where somebody stands on the service day.
enum class Standing { Order, Licence, Custody, Remand, Over };
DESCRIBE_ENUM(Standing, Order, Licence, Custody, Remand, Over)

class Careers {
public:
    /// `pathfinder_max`: how many of the North West are of the pathfinder.
    Careers(Scene&, int pathfinder_max);

    /// As often as the figures for probation and prisons say.
    Standing draw();
    /// A day on which things may begin for somebody who stands there.
    Date begin(Standing);
    /// Tells everything from that day on to the service day.
    void live(Life&, Standing, Date begin);

    /// How many are where: by Standing, and what is rare.
    const std::map<std::string, std::int64_t>& counts() const { return counts_; }

private:
    Scene& scene_;
    Dice& dice_;
    Disposals disposals_;
    Mix standings_;
    Mix terms_;
    std::map<std::string, std::int64_t> counts_;
    int pathfinder_left_ = 0;
    int men_brought_ = 0;
    int left_for_approval_ = 0;
    int referred_in_shown_ = 0;
    int reports_ = 0;  // orders before which the court had one
    size_t awaited_in_shown_ = 0;
    std::map<Standing, size_t> stayed_away_;

    void order(Life&, Date begin);
    void licence(Life&, Date begin);
    void custody(Life&);
    void remand(Life&, Date begin);
    void over(Life&, Date begin);

    Officer& officer_of(Area&);
    void name_manager(Agenda&, Life&, Date on);
    void meet(Agenda&, Life&, Date from, Date until, int at_least, bool custody);
    void plan(Agenda&, Life&, Date on, Date until, bool custody);
    void receive(Agenda&, Life&, Date on, int remand_days);
    void move_on(Agenda&, Life&, Date from, Date until);
    void take_part(Agenda&, Life&, Date from, Date until);
    void refer_in_shown(Life&);
    void work_out_dates(Agenda&, Life&, Date sentenced, Date until);
    void leave_for_approval(Life&);
    void look_ahead(Life&);
    void stay_away_shown(Life&, Standing);
    void report_before(Life&, Date hearing, const Disposal&);
    void await_reports(Life&);
    void sentence_again(Life&);
    int brought_to_shown(Life&);
    void rare_place(Life&);
    void restrict_first(Life&, Date on);
    Date before(int days) const { return plus_days(scene_.day, -days); }
};

}  // namespace noms::demonstration

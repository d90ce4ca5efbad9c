#include "areas/organisation/store.hpp"

namespace noms::organisation {

const record::Table<BodyRow> body_table{"body", "id"};
const record::Table<BodyName> body_name_table{"body_name", "body,from_day"};
const record::Table<BodyPlace> body_place_table{"body_place", "body,from_day"};
const record::Table<BodyMerger> body_merger_table{"body_merger", "body,from_day"};
const record::Table<Prison> prison_table{"prison", "body"};
const record::Table<Area> area_table{"area", "body"};
const record::Table<Post> post_table{"post", "id"};
const record::Table<PostLine> post_line_table{"post_line", "post,from_day"};
const record::Table<PostHolding> post_holding_table{"post_holding", "post,from_day"};
const record::Table<BoardSeat> board_seat_table{"board_seat", "board,post,from_day"};

}  // namespace noms::organisation

#include "engine/scenario.h"

namespace sextant {

const char* KindId(Kind kind) {
  return kind == Kind::kOrganic ? "organic" : "paid";
}

std::string CellId(const Scenario& scenario, int cell) {
  std::string id = scenario.media[static_cast<size_t>(MediumOf(cell))].id;
  id += '.';
  id += KindId(KindOf(cell));
  return id;
}

int FindCell(const Scenario& scenario, const std::string& id) {
  const size_t dot = id.find('.');
  if (dot == std::string::npos) return -1;
  const std::string_view medium = std::string_view(id).substr(0, dot);
  const std::string_view kind = std::string_view(id).substr(dot + 1);
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    if (scenario.media[i].id != medium) continue;
    for (Kind candidate : {Kind::kOrganic, Kind::kPaid}) {
      if (kind == KindId(candidate)) {
        return CellIndex(static_cast<int>(i), candidate);
      }
    }
  }
  return -1;
}

Scenario EmptyScenario() {
  Scenario scenario;
  for (const char* id : {"social", "search", "integrated"}) {
    Medium& medium = scenario.media.emplace_back();
    medium.id = id;
    scenario.cells.emplace_back();
    scenario.cells.emplace_back();
  }
  return scenario;
}

}  // namespace sextant

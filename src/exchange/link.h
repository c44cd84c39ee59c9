// A scenario as the part of an address after "#": legible, with a version and a
// checksum.
//
//   1~margin.45~target.c10a250~social.o:v45000r.015.p:v60000c4~text:Title~3xK9aB
//
// "1" is the version. Then, divided by "~", only what differs from the default
// scenario, always in this order:
//   margin.45        gross margin
//   USD              currency
//   target.c10a250   thresholds: the mode (portfolio, breakeven, target), then
//                    cpc and cpa
//   retention.q.3c.05     q: repeat orders, c(hurn), d(iscount)
//   flywheel.m36g.02r.03  m(onths), organic g(rowth), referral conversion
//   r(ate) promoter.s.5c.04q.3v.8  s(hare), c(hurn), q: repeat orders, referral
//   v(isits);
//                    likewise passive. and detractor.
//   remarketing.r.2c8     conversion r(ate) of the engaged, c(ost per click)
//   media            the media are not the default ones: each of them follows
//   social.o:….p:…   a medium's organic and paid cell: v(isits) r(ate) a(verage
//                    order value) c(ost per click) f(ixed cost) n(ew customers)
//                    en(g)aged share
//   text:A,B,C       title, then the labels of all media
// and a checksum of everything before it. Numbers are the shortest that read
// back as the same double; a name with a capital ("R" for "r") is followed by
// the ten characters of a double's bits instead, where that is shorter.
// Browsers do not escape any of the characters after "#"; none is a "%".
//
// Links of version 1 must decode for ever (tests/golden/links.txt). A link
// omits what equals the default scenario, so changing the default scenario
// needs a new version. A new part or letter does not: links without it use its
// default.
#ifndef SEXTANT_EXCHANGE_LINK_H_
#define SEXTANT_EXCHANGE_LINK_H_

#include <string>
#include <string_view>

#include "engine/model/result.h"
#include "engine/model/scenario.h"

namespace sextant {

// `scenario` is valid. At most 1,240 characters for three media.
std::string EncodeLink(const Scenario& scenario);

// Takes the link, with or without "#", or a text with it: an address, also one
// wrapped in another or escaped up to three times; with other text before and
// after; with gaps, line ends, characters that are not seen and full-width
// signs in it. It is read from the first "#" with a link behind it, as far as
// the checksum is right, unless what follows could have been more of it.
// Returns exactly the encoded scenario, or kNotALink (also for more than
// 100,000 bytes), kLinkNewer (made by a newer version) or kLinkDamaged (cut off
// or changed).
Result<Scenario> DecodeLink(std::string_view text);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_LINK_H_

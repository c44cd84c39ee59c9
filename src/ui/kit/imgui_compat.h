// The only file that asks which Dear ImGui this is: 1.86 is what Debian 12
// has, a reader outside may build with a current one.
//
// Sextant draws its text itself (ui/kit/text.h), so ImGui is given a font
// without glyphs; its own font and rasteriser stay out of the program.
#ifndef SEXTANT_UI_KIT_IMGUI_COMPAT_H_
#define SEXTANT_UI_KIT_IMGUI_COMPAT_H_

#include <cfloat>

#include "imgui.h"
#if IMGUI_VERSION_NUM >= 19200
#include "imgui_internal.h"
#endif

namespace sextant {

inline void InstallBlankFont(ImGuiIO& io) {
#if IMGUI_VERSION_NUM >= 19200
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->AddFontDefault();
#else
  ImFontAtlas& atlas = *io.Fonts;
  ImFont* font = IM_NEW(ImFont)();
  font->FontSize = 14;
  font->ContainerAtlas = &atlas;
  atlas.Fonts.push_back(font);
#if IMGUI_VERSION_NUM >= 18500
  atlas.TexReady = true;
#endif
#endif
}

// Before NewFrame, on versions where ImGui manages textures: ours is another,
// so each request is answered with "done".
inline void AcknowledgeTextures() {
#if IMGUI_VERSION_NUM >= 19200
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
#endif
}

// NewFrame, with `white` as the point of our atlas that shapes are painted
// with.
inline void NewFrame(ImGuiIO& io, ImVec2 white) {
  io.Fonts->TexUvWhitePixel = white;
  AcknowledgeTextures();
  ImGui::NewFrame();
#if IMGUI_VERSION_NUM >= 19200
  // These versions update an atlas of their own in NewFrame.
  ImGui::GetDrawListSharedData()->TexUvWhitePixel = white;
#endif
}

inline void FeedPointer(ImGuiIO& io, bool inside, float x, float y, bool down) {
  const float px = inside ? x : -FLT_MAX;
  const float py = inside ? y : -FLT_MAX;
#if IMGUI_VERSION_NUM >= 18700
  io.AddMousePosEvent(px, py);
  io.AddMouseButtonEvent(0, down);
#else
  io.MousePos = ImVec2(px, py);
  io.MouseDown[0] = down;
#endif
}

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_IMGUI_COMPAT_H_

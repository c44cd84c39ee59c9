// The only file that depends on the version of Dear ImGui: Debian 12 has 1.86,
// others may build with a current one.
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

// Call before NewFrame. Newer versions of ImGui manage textures; we use our
// own, so each request is reported as done.
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

// NewFrame, with `white` as the point of our atlas for painting shapes.
inline void NewFrame(ImGuiIO& io, ImVec2 white) {
  io.Fonts->TexUvWhitePixel = white;
  AcknowledgeTextures();
  ImGui::NewFrame();
#if IMGUI_VERSION_NUM >= 19200
  // These versions update their own atlas in NewFrame.
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

// The smallest Dear ImGui page: its core, its OpenGL backend and six sliders,
// on Emscripten's own layers. Sextant's page is compared with it.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 800;

void Frame() {
  static float values[6] = {};
  ImGui::GetIO().DeltaTime = 1.0F / 60;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  ImGui::Begin("Floor");
  for (int i = 0; i < 6; ++i) {
    ImGui::PushID(i);
    ImGui::SliderFloat("value", &values[i], 0, 1);
    ImGui::PopID();
  }
  ImGui::End();
  ImGui::Render();
  glViewport(0, 0, kWidth, kHeight);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  EM_ASM(window.interactive = window.interactive || performance.now());
}

EM_BOOL Move(int, const EmscriptenMouseEvent* event, void*) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = ImVec2(static_cast<float>(event->targetX),
                       static_cast<float>(event->targetY));
  io.MouseDown[0] = (event->buttons & 1) != 0;
  return true;
}

}  // namespace

int main() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(kWidth, kHeight);
  io.IniFilename = nullptr;
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  emscripten_set_canvas_element_size("#canvas", kWidth, kHeight);
  emscripten_webgl_make_context_current(
      emscripten_webgl_create_context("#canvas", &attributes));
  ImGui_ImplOpenGL3_Init("#version 300 es");
  emscripten_set_mousemove_callback("#canvas", nullptr, false, Move);
  emscripten_set_mousedown_callback("#canvas", nullptr, false, Move);
  emscripten_set_mouseup_callback("#canvas", nullptr, false, Move);
  emscripten_set_main_loop(Frame, 0, false);
}

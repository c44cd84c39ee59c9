// Dear ImGui's compile-time configuration (IMGUI_USER_CONFIG), for every build.
#ifndef SEXTANT_UI_KIT_IMGUI_CONFIG_H_
#define SEXTANT_UI_KIT_IMGUI_CONFIG_H_

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_METRICS_WINDOW  // up to 1.88
#define IMGUI_DISABLE_DEBUG_TOOLS     // from 1.89 on

// The host page owns clipboard, shell, input method and files.
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_WIN32_DEFAULT_CLIPBOARD_FUNCTIONS
#define IMGUI_DISABLE_WIN32_DEFAULT_IME_FUNCTIONS

// Eight media have more than 65,536 corners on a large screen.
#define ImDrawIdx unsigned int

// See ui/kit/imgui_format.cpp.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

#define IMGUI_DISABLE_DEFAULT_MATH_FUNCTIONS
#include "ui/kit/imgui_math.h"

#endif  // SEXTANT_UI_KIT_IMGUI_CONFIG_H_

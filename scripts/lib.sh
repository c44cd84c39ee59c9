# Shared by the scripts in this folder; source it, do not run it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly ROOT
cd "$ROOT"

say() { printf '\n== %s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- Prerequisites ---------------------------------------------------------------------------------

node_is_recent() { have node && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'; }
any_file() { compgen -G "$1" >/dev/null; }

# The Debian packages that a group ("build", "test") needs and this machine lacks.
missing_packages() {
  local group
  for group in "$@"; do
    case $group in
      build)
        node_is_recent || echo nodejs
        have npm || echo npm
        have cmake || echo cmake
        have ninja || echo ninja-build
        have emcc || echo emscripten
        # For scripts/fetch_imgui.
        [[ -n ${IMGUI_DIR:-} || -f build/third_party/imgui/imgui.cpp ]] || have dpkg-source || echo dpkg-dev
        # For the pictures of link previews (scripts/preview_picture.mjs).
        have rsvg-convert || echo librsvg2-bin
        have pngquant || echo pngquant
        any_file '/usr/share/fonts/opentype/noto/NotoSansCJK-*' || echo fonts-noto-cjk
        # Debian's Node trusts only the system's certificates.
        [[ -f /etc/ssl/certs/ca-certificates.crt ]] || echo ca-certificates
        ;;
      test)
        have g++ || echo g++
        have clang++-14 || echo clang-14
        have clang-format-14 || echo clang-format-14
        any_file '/usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a' || echo libclang-rt-14-dev
        [[ -f /usr/src/googletest/CMakeLists.txt ]] || echo googletest
        # Without its own interface, a page takes a fifth less processor time.
        [[ -x /usr/bin/chromium-headless-shell ]] || echo chromium-headless-shell
        # Firefox and WebKit have WebGL 2 only on a display: Xvfb, with Mesa's software rasteriser.
        [[ -x /usr/bin/firefox-esr ]] || echo firefox-esr
        { have WebKitWebDriver && any_file '/usr/lib/*/webkit2gtk-4.1/MiniBrowser'; } || echo webkit2gtk-driver
        have Xvfb || echo xvfb
        any_file '/usr/lib/*/dri/swrast_dri.so' || echo libgl1-mesa-dri
        ;;
      *) die "unknown group of packages: $group" ;;
    esac
  done
}

# Installs what the groups need; silent and without network when nothing is missing.
install_packages() {
  local -a packages as_root=()
  mapfile -t packages < <(missing_packages "$@")
  ((${#packages[@]})) || return 0
  local -r command="apt-get install --no-install-recommends ${packages[*]}"
  have apt-get || die "these Debian packages are needed, and this system has no apt-get: ${packages[*]}"
  if ((EUID != 0)); then
    have sudo || die "packages are missing and there is no sudo. As root, run: $command"
    as_root=(sudo)
  fi

  say "Installing ${packages[*]}"
  local log
  log=$(mktemp)
  if ! "${as_root[@]}" apt-get -q update </dev/null >"$log" 2>&1 ||
    ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
      install --no-install-recommends "${packages[@]}" </dev/null >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    rm -f "$log"
    die "the packages could not be installed. As root, try: $command"
  fi
  rm -f "$log"
  hash -r
  node_is_recent || die "Node.js 18 or newer is needed, this is $(node --version 2>&1)"
}

# Installs the npm packages, exactly as in package-lock.json.
install_node_modules() {
  local -r stamp=node_modules/.package-lock.sha256
  local wanted
  wanted=$(sha256sum package-lock.json)
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return 0
  say "Installing npm packages"
  npm ci --no-audit --no-fund --loglevel=error </dev/null || die "npm ci failed"
  printf '%s\n' "$wanted" >"$stamp"
}

prepare() {
  install_packages "$@"
  install_node_modules
}

# --- CMake -----------------------------------------------------------------------------------------

# Uses ccache where it is installed. It may ignore the time stamps in precompiled headers, which would
# otherwise never match.
LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-$(have ccache && echo ccache || true)}
readonly LAUNCHER
[[ ! $LAUNCHER ]] || export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:+$CCACHE_SLOPPINESS,}pch_defines,time_macros

# configure <preset>: runs CMake when something changed that the generated build files do not watch.
configure() {
  local -r preset=$1 stamp=build/$1/configured
  local googletest=no state
  [[ -f /usr/src/googletest/CMakeLists.txt ]] && googletest=yes
  state="$(sha256sum CMakePresets.json) googletest=$googletest imgui=${IMGUI_DIR:-} launcher=$LAUNCHER"
  [[ -f $stamp && -f build/$preset/build.ninja && $(<"$stamp") == "$state" ]] && return 0
  cmake --preset "$preset" -DIMGUI_DIR="${IMGUI_DIR:-}" -DCMAKE_CXX_COMPILER_LAUNCHER="$LAUNCHER" >build/configure.log 2>&1 ||
    { cat build/configure.log >&2; die "CMake could not configure '$preset'"; }
  printf '%s\n' "$state" >"$stamp"
}

# compile <preset> [target...]: one at a time per build folder, because two Ninjas in one would collide.
compile() {
  local -r preset=$1
  shift
  local -a targets=()
  (($#)) && targets=(--target "$@")
  mkdir -p build
  (
    flock 9
    configure "$preset" && cmake --build --preset "$preset" "${targets[@]}"
  ) 9>"build/$preset.lock"
}

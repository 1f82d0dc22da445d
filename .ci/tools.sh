# shellcheck shell=bash
# Tools that are fetched once and kept outside of the clone. Sourced by .ci/run and tests/run.sh; $root is the clone.

buf_version=1.75.0
cache=${XDG_CACHE_HOME:-$HOME/.cache}/safeguarding-hub

install_debian() { # install_debian PACKAGE...
  local log sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  echo "installing $*" >&2
  log=$(mktemp)
  $sudo apt-get update -qq >"$log" 2>&1 || true
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1 \
    || { tail -n 20 "$log" >&2; echo "$* could not be installed" >&2; return 1; }
  rm -f "$log"
}

# install_missing PROGRAM=PACKAGE...
install_missing() {
  local pair missing=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -eq 0 ] || install_debian "${missing[@]}"
}

# fetch_once FOLDER COMMAND...: COMMAND fills a folder whose path it gets as its last argument, and which appears whole or not at all.
fetch_once() {
  local folder=$1 half
  shift
  [ ! -d "$folder" ] || return 0
  mkdir -p "$cache"
  half=$(mktemp -d "$cache/half.XXXXXX")
  "$@" "$half" >&2 || { rm -rf "$half"; return 1; }
  # Another run may have been quicker.
  mv -T "$half" "$folder" 2>/dev/null || rm -rf "$half"
  [ -d "$folder" ]
}

fetch_buf() {
  install_missing node=nodejs npm=npm || return
  npm install --silent --no-save --prefix "$1" "@bufbuild/buf@$buf_version"
}

# Prints the path of buf.
buf_path() {
  fetch_once "$cache/buf-$buf_version" fetch_buf || return
  echo "$cache/buf-$buf_version/node_modules/.bin/buf"
}

fetch_node_packages() {
  install_missing node=nodejs npm=npm || return
  cp "$root/examples/node/"{package.json,package-lock.json,.npmrc} "$1"
  npm ci --silent --no-audit --no-fund --prefix "$1"
}

# Prints the folder of the packages that examples/node/package-lock.json names.
node_modules_path() {
  local lock folder
  lock=$(sha256sum <"$root/examples/node/package-lock.json")
  folder=$cache/node-${lock:0:16}
  fetch_once "$folder" fetch_node_packages || return
  echo "$folder/node_modules"
}

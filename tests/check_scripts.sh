#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What scripts/run and scripts/setup do, with the build and apt replaced by recorders.
#   tests/check_scripts.sh <top of the tree> <scratch folder>
set -euo pipefail

source_dir=$1
# Spaces everywhere, since users have them.
work="$2/check scripts"
rm -rf -- "$work"
repo="$work/the repo"
mkdir -p "$repo/build/release/app" "$repo/resources/sample" "$work/bin" "$work/caller/sub"
cp -R -- "$source_dir/scripts" "$repo/scripts"
cd -- "$work/caller"
touch "a b.txt" plain sub/x.y.txt ./-dash.txt

recorder() {
    {
        echo '#!/usr/bin/env bash'
        echo 'printf "%s" "${0##*/}"; printf " <%s>" "$@"; echo " ${QT_QPA_PLATFORM:-}"'
        echo "$2"
    } >"$1"
    chmod +x "$1"
}
recorder "$repo/build/release/app/dateline" ''
# Fails for articles that are called "bad".
recorder "$repo/build/release/app/dateline-cli" '[[ "$*" != *bad* ]]'
recorder "$work/bin/cmake" ''
cat >"$work/bin/dpkg-query" <<'FAKE'
#!/usr/bin/env bash
shift 3 # -W -f FORMAT
for name in "$@"; do
    [[ " ${MISSING:-} " == *" $name "* ]] || echo "$name installed"
done
FAKE
cat >"$work/bin/apt-cache" <<'FAKE'
#!/usr/bin/env bash
[[ " ${UNKNOWN:-} " != *" $2 "* ]]
FAKE
recorder "$work/bin/apt-get" '[[ "$*" != *" ${FAILS:-nothing} "* ]]'
recorder "$work/bin/sudo" 'exit 1'
chmod +x "$work/bin/dpkg-query" "$work/bin/apt-cache"

failures=0
# expect NAME STATUS TEXT… -- COMMAND…: the command ends with STATUS and prints each TEXT; "!TEXT" must not appear.
expect() {
    local name=$1 status=$2 actual=0 output text texts=()
    shift 2
    while [[ $1 != -- ]]; do
        texts+=("$1")
        shift
    done
    shift
    output=$(env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM PATH="$work/bin:$PATH" "$@" 2>&1 </dev/null) || actual=$?
    if ((actual != status)); then
        echo "FAIL: $name: status $actual, expected $status"$'\n'"$output"
        failures=$((failures + 1))
    fi
    for text in "${texts[@]}"; do
        if [[ $text == !* ]]; then
            [[ $output != *"${text#!}"* ]] && continue
        elif [[ $output == *"$text"* ]]; then
            continue
        fi
        echo "FAIL: $name: \"$text\" in"$'\n'"$output"
        failures=$((failures + 1))
    done
}

run="$repo/scripts/run"
expect "with a display the window opens on the sample" 0 \
    "dateline <$repo/resources/sample/talks.txt>" '!no display' -- env DISPLAY=:9 "$run"
expect "articles and options reach the window" 0 \
    'dateline <--annotator> <Ana B> <a b.txt>' -- env WAYLAND_DISPLAY=w "$run" --annotator "Ana B" "a b.txt"
expect "without a display the sample is annotated and named" 0 \
    'there is no display' "dateline-cli <annotate> <-o> <$repo/build/talks.annotated.xml> <$repo/resources/sample/talks.txt>" \
    "wrote $repo/build/talks.annotated.xml" -- "$run"
expect "each article has its own XML beside it" 0 \
    '<-o> <a b.annotated.xml> <a b.txt>' '<-o> <sub/x.y.annotated.xml> <sub/x.y.txt>' 'wrote plain.annotated.xml' \
    -- "$run" "a b.txt" sub/x.y.txt plain
expect "a name that looks like an option" 0 '<-o> <./-dash.annotated.xml> <./-dash.txt>' -- "$run" -- -dash.txt
expect "options of annotate are passed on, those of the window are not" 0 \
    '<annotate> <--language> <ru> <--published=2024-03-21> <-o>' '--annotator matters to the window only' '!Ana' \
    -- "$run" --annotator Ana --language ru --published=2024-03-21 plain
expect "an output of the caller's is kept" 0 '<annotate> <-o> <out.xml> <plain>' 'wrote out.xml' -- "$run" -o out.xml plain
expect "one bad article does not stop the others" 1 'wrote plain.annotated.xml' '!wrote bad' -- "$run" bad.txt plain
expect "the self-test needs no display" 0 'dateline <--self-test> offscreen' -- "$run" --self-test

setup="$repo/scripts/setup"
expect "nothing to install, nothing said" 0 '!apt-get' '!setup:' -- "$setup"
if ((EUID == 0)); then
    as_user=()
    command -v setpriv >/dev/null && as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    expect "what is missing is named and installed" 0 'setup: installing xvfb xauth' '<install> <-y> <--no-install-recommends> <xvfb> <xauth>' \
        -- env MISSING="xvfb xauth" "$setup"
    expect "the other name of a package" 0 'setup: installing libqt6svg6-dev' \
        -- env MISSING="qt6-svg-dev libqt6svg6-dev" UNKNOWN=qt6-svg-dev "$setup"
    expect "an installation that fails says what to try" 1 'setup: apt could not install' 'apt-get install -y xvfb' \
        -- env MISSING=xvfb FAILS=install "$setup"
    expect "either name will do" 0 '!apt-get' -- env MISSING=qt6-svg-dev "$setup"
else
    as_user=(env)
fi
if ((${#as_user[@]})); then
    # The scratch folder may lie where only root may look.
    open=$(mktemp -d)
    trap 'rm -rf -- "$open"' EXIT
    chmod 0755 "$open"
    cp -R -- "$work/bin" "$repo/scripts/setup" "$open"
    chmod -R a+rX "$open"
    expect "without root the command to run is said" 1 'apt-get update && apt-get install -y xauth' '!setup: installing' \
        -- env PATH="$open/bin:$PATH" MISSING=xauth "${as_user[@]}" bash "$open/setup"
fi

rm -rf -- "$work"
((failures == 0)) || exit 1
echo "check_scripts: all as expected"

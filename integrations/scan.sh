#!/bin/sh
# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Scans a repository in a pipeline: the report in the log, and as files where the forge wants them.
#   integrations/scan.sh [PATH]      (default: the folder it is called from)
#
# Set in the environment, all of them optional:
#   OSPO_COMMAND    how to call ospo (default: the ./dev of this checkout)
#   OSPO_SARIF      write SARIF to this file, for code scanning
#   OSPO_SUMMARY    add the report as Markdown to this file (GitHub and Forgejo: GITHUB_STEP_SUMMARY)
#   OSPO_JSON       write the report as JSON to this file
#   OSPO_FACTS      a file with facts of the forge
#   OSPO_OWNER      a clone of the .github of the owner
#   OSPO_PROFILE    the profile to hold the repository against
#   OSPO_FAIL       "open" (default): end with 1 when something is open; "never": only report
#   OSPO_LANGUAGE   nl or en
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
path=${1:-.}

ospo() {
  if [ -n "${OSPO_COMMAND:-}" ]; then
    $OSPO_COMMAND "$@" # several words, on purpose
  else
    "$here/dev" ospo "$@"
  fi
}

case ${OSPO_FAIL:-open} in
  open | never) ;;
  *) echo "scan.sh: OSPO_FAIL is '$OSPO_FAIL': choose open or never." >&2; exit 2 ;;
esac
[ -e "$path" ] || { echo "scan.sh: $path is not there." >&2; exit 2; }
if [ "$(git -C "$path" rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
  echo "scan.sh: this clone is shallow, so history and tags cannot be judged: fetch all of it (fetch-depth: 0)." >&2
fi

set -- scan
[ -z "${OSPO_FACTS:-}" ] || set -- "$@" --facts "$OSPO_FACTS"
[ -z "${OSPO_OWNER:-}" ] || set -- "$@" --owner "$OSPO_OWNER"
[ -z "${OSPO_PROFILE:-}" ] || set -- "$@" --profile "$OSPO_PROFILE"

report() { # report FORMAT FILE: 0 and 1 both mean that there is a report; anything else is an error
  code=0
  ospo "$@" "$path" || code=$?
  [ "$code" -le 1 ] || exit "$code"
}

report "$@"
verdict=$code
if [ -n "${OSPO_SARIF:-}" ]; then report "$@" --format sarif >"$OSPO_SARIF"; fi
if [ -n "${OSPO_JSON:-}" ]; then report "$@" --format json >"$OSPO_JSON"; fi
if [ -n "${OSPO_SUMMARY:-}" ]; then report "$@" --format markdown >>"$OSPO_SUMMARY"; fi
[ "${OSPO_FAIL:-open}" = open ] || verdict=0
exit "$verdict"

#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test, on SQLite and on PostgreSQL.
#   ./test.sh                all tests
#   ./test.sh --full         also the long runs (fuzz seeds, simulations, load)
#   ./test.sh --only NAME    one project: Rules, House, Slices, Web or Browser
# The last line is always 'N passed, N failed'; the exit code is 0 only when everything was built, something passed and nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

results=artifacts/test-results
screenshots=artifacts/screenshots
limit=${INTERVIEW_TEST_LIMIT:-2400}   # seconds that one project may take before it counts as crashed
only=''

stop() { # sentence
  echo "$1" >&2
  echo '0 passed, 1 failed'
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --full) export INTERVIEW_TEST_FULL=1 ;;
    --only) only=${2:-}; [ -n "$only" ] || stop '--only needs the name of a test project.'; shift ;;
    -h|--help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) stop "Unknown option '$1'. Use --full or --only NAME." ;;
  esac
  shift
done

# ---- what the machine needs

have_fonts() { compgen -G '/usr/share/fonts/truetype/dejavu/*' >/dev/null && compgen -G '/usr/share/fonts/truetype/liberation*/*' >/dev/null; }
have_postgres() { [ -n "${INTERVIEW_TEST_POSTGRES:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
have_chromium() { [ -x /usr/bin/chromium ]; }
have_pdftotext() { command -v pdftotext >/dev/null; }
have_office() { command -v soffice >/dev/null; }
have_smtpd() { [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; }

install_missing() {
  local missing=() as_root=()
  have_postgres || missing+=(postgresql)
  have_chromium || missing+=(chromium)
  have_fonts || missing+=(fonts-dejavu fonts-liberation)
  have_pdftotext || missing+=(poppler-utils)
  have_office || missing+=(libreoffice-writer-nogui)
  have_smtpd || missing+=(python3-aiosmtpd)
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as_root=(sudo); else as_root=(no); fi
  fi
  if [ ! -f /etc/debian_version ] || ! command -v apt-get >/dev/null || [ "${as_root[0]:-}" = no ]; then
    stop "Missing for the tests: ${missing[*]} (names of Debian packages). Install them; PostgreSQL is looked for in /usr/lib/postgresql/*/bin or through INTERVIEW_TEST_POSTGRES, Chromium in /usr/bin/chromium."
  fi

  echo "Installing ${missing[*]} …"
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq || stop 'apt-get update did not succeed.'
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || stop "apt-get could not install ${missing[*]}."
  have_postgres || stop 'PostgreSQL was installed, but /usr/lib/postgresql/*/bin/initdb is not there.'
  have_chromium || stop 'Chromium was installed, but /usr/bin/chromium is not there.'
  have_pdftotext || stop 'poppler-utils was installed, but pdftotext is not there.'
  have_office || stop 'libreoffice-writer-nogui was installed, but soffice is not there.'
  have_smtpd || stop 'python3-aiosmtpd was installed, but /usr/bin/python3 does not find it.'
}

command -v dotnet >/dev/null || stop 'The .NET SDK 10.0 is needed: dotnet was not found.'
install_missing

if [ -z "${INTERVIEW_DOCUMENTS:-}" ] && [ -d ../shared/documents ]; then
  INTERVIEW_DOCUMENTS=$(cd ../shared/documents && pwd)
  export INTERVIEW_DOCUMENTS
fi

# ---- which projects; the quick ones first, so that a mistake shows early

projects=()
for project in tests/Interview.{Rules,House,Slices,Web,Browser}.Tests/*.csproj tests/*.Tests/*.csproj; do
  [ -f "$project" ] || continue
  case " ${projects[*]-} " in *" $project "*) continue ;; esac
  name=$(basename "$project" .csproj)
  if [ -n "$only" ]; then
    lower=$(printf %s "$only" | tr '[:upper:]' '[:lower:]')
    case $(printf %s "$name" | tr '[:upper:]' '[:lower:]') in "$lower"|"interview.$lower"|"interview.$lower.tests") ;; *) continue ;; esac
  fi
  projects+=("$project")
done
[ ${#projects[@]} -gt 0 ] || stop "There is no test project '$only'."

# ---- build

target=Interview.sln
[ -n "$only" ] && target=${projects[0]}
dotnet restore "$target" --locked-mode -v q || stop 'Restoring the packages did not succeed; the lock files say which versions are wanted.'
dotnet build "$target" -c Release --no-restore -warnaserror -v q || stop 'The build did not succeed.'

# ---- run; a failing project does not stop the others

rm -rf "$results"
mkdir -p "$results" "$screenshots"
running=''
trap '[ -n "$running" ] && kill "$running" 2>/dev/null; exit 130' INT TERM

guarded=()
command -v timeout >/dev/null && guarded=(timeout -k 30 "$limit")

counter() { # file, attribute: the attribute's value on the Counters element, 0 when absent
  local value
  value=$(grep -o '<Counters [^>]*' "$1" | head -n 1 | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p")
  echo "${value:-0}"
}

passed=0 failed=0 skipped=0
broken=()
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  echo
  echo "== $name"
  ${guarded[@]+"${guarded[@]}"} dotnet test "$project" --no-build -c Release --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=normal' &
  running=$!
  wait "$running"
  code=$?
  running=''

  trx=$results/$name.trx
  if [ ! -s "$trx" ]; then
    failed=$((failed + 1))
    broken+=("$name left no results (exit code $code)")
    continue
  fi
  bad=0
  for kind in failed error timeout aborted; do bad=$((bad + $(counter "$trx" $kind))); done
  if [ "$bad" -eq 0 ] && [ "$code" -ne 0 ]; then
    bad=1
    broken+=("$name stopped before its end (exit code $code)")
  fi
  [ "$(counter "$trx" total)" -gt 0 ] || echo "$name holds no tests."
  failed=$((failed + bad))
  passed=$((passed + $(counter "$trx" passed)))
  skipped=$((skipped + $(counter "$trx" total) - $(counter "$trx" executed)))
done

# ---- what came of it

echo
names=$(cat "$results"/*.trx 2>/dev/null | tr -d '\r' | grep -o '<UnitTestResult [^>]*' | grep 'outcome="Failed"' \
  | sed -n 's/.* testName="\([^"]*\)".*/\1/p' | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&#x[0-9A-Fa-f]*;/ /g; s/&amp;/\&/g' | sort -u)
if [ -n "$names" ] || [ ${#broken[@]} -gt 0 ]; then
  echo 'Failed:'
  [ -n "$names" ] && printf '%s\n' "$names" | sed 's/^/  /'
  # Why, at the end too: who reads the tail of a log sees the first lines of each failure.
  cat "$results"/*.trx 2>/dev/null | tr -d '\r' | sed -n '/<ErrorInfo>/,/<\/StackTrace>/p' | sed 's/<[^>]*>//g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&#xD;//g; s/&amp;/\&/g' \
    | grep -v '^ *$' | cut -c1-300 | grep -v '^ *at \(Xunit\|System\|Microsoft\|MediatR\)\.' | head -n 60
  [ ${#broken[@]} -gt 0 ] && printf '  %s\n' "${broken[@]}"
fi
[ "$skipped" -gt 0 ] && echo "Skipped: $skipped"
echo "Screenshots: $screenshots"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

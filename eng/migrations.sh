#!/usr/bin/env bash
# Adds a migration of one name for both databases:  eng/migrations.sh AddSomething
# With --again NAME the newest migration is taken back first (only while it has not been released).
set -euo pipefail
cd "$(dirname "$0")/.."
again=; if [ "${1:-}" = --again ]; then again=1; shift; fi
name=${1:?name of the migration}
export EfDesign=true
dotnet tool restore >/dev/null
project=src/Interview.Infrastructure
# An own output folder: the design build must not be mixed with the normal one.
dotnet build "$project" -v q --nologo >/dev/null
for provider in Sqlite Postgres; do
  context=${provider}InterviewDb
  folder=Persistence/Migrations/$provider
  if [ -n "$again" ]; then
    rm -f "$project/$folder"/*_"$name".cs "$project/$folder"/*_"$name".Designer.cs
    [ -n "$(ls "$project/$folder"/*_*.Designer.cs 2>/dev/null)" ] || rm -f "$project/$folder"/*ModelSnapshot.cs
  fi
done
dotnet build "$project" -v q --nologo >/dev/null
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" --context "${provider}InterviewDb" --output-dir "Persistence/Migrations/$provider"
done
unset EfDesign
dotnet restore "$project" >/dev/null

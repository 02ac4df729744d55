#!/bin/sh
# Writes .env with random passwords for docker compose, unless it is there.
set -eu
cd "$(dirname "$0")/.."
[ ! -e .env ] || { echo ".env is there already; nothing changed." >&2; exit 0; }
umask 077
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
for name in POSTGRES OWNER API WORKER QUEUE BACKUP REDIS; do
  echo "${name}_PASSWORD=$(random)"
done > .env
echo ".env written." >&2

#!/bin/sh
# Options, and words that are no command here, are for curl; anything else is the command to run.
set -e

if [ "${1#-}" != "${1}" ] || [ -z "$(command -v "${1}")" ]; then
  set -- curl "$@"
fi

exec "$@"

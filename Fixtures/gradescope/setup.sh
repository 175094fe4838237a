#!/bin/sh
# Run by Gradescope as root, once, when it builds its image: reading a PDF takes pdftotext, and nothing else is missing.
set -e
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends poppler-utils

#!/bin/sh
# The peer of bench_forms: installs @getodk/xforms-engine beside the folder of the forms, once, and measures it.
set -eu
folder=$1
sources=$(dirname "$0")
if ! command -v npm >/dev/null; then
    echo "Pair non mesuré : npm n’est pas installé."
    exit 0
fi
if [ ! -d "$folder/node_modules/@getodk/xforms-engine" ]; then
    npm install --silent --no-audit --no-fund --prefix "$folder" @getodk/xforms-engine@0.22.0 jsdom@26 || {
        echo "Pair non mesuré : @getodk/xforms-engine n’a pas pu être installé."
        exit 0
    }
fi
cp "$sources/forms_peer.mjs" "$folder/"
exec node "$folder/forms_peer.mjs" "$folder"

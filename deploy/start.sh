#!/usr/bin/env bash
# Starts a server for production, in the foreground:
#
#   deploy/start.sh
#
# What it is configured with comes from the environment (deploy/configuration.md). The two files it runs lie in target/
# after "mvn -DskipTests package", or in the folder TRIALS_HOME. Beside the keys of configuration.md it reads
#   HTTP_PORT      8080
#   HTTP_ADDRESS   127.0.0.1, for a proxy on the same machine; 0.0.0.0 in a container
#   SECRETS_DIR    a folder with a file for each secret, named like its key: app.key.vault
#   JAVA_OPTS      flags of the virtual machine
# Ends with 78 where something must be set and is not, with 69 where the database is not there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${TRIALS_HOME:-$here/../target}
server=$home/payara-micro.jar
[ -e "$server" ] || server=$home/payara-micro/payara-micro.jar
for file in "$server" "$home/commensal.war"; do
    [ -e "$file" ] || { echo "$file is not there. Make it with: mvn -DskipTests package" >&2; exit 78; }
done

# The settings of the listener are those of the demonstration, but for its address.
boot=$(mktemp)
sed "s/address=127\.0\.0\.1\$/address=${HTTP_ADDRESS:-127.0.0.1}/" "$here/payara/pre-boot.asadmin" > "$boot"

# shellcheck disable=SC2086 # several flags are several words
exec java -XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError -Dfish.payara.shutdowngrace=5000 ${JAVA_OPTS:-} \
    -jar "$server" --deploy "$home/commensal.war" --contextroot / --port "${HTTP_PORT:-8080}" \
    --nocluster --disablephonehome ${SECRETS_DIR:+--secretsdir "$SECRETS_DIR"} \
    --prebootcommandfile "$boot" --logproperties "$here/payara/logging.properties"

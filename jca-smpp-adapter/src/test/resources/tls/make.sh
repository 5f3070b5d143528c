#!/bin/sh
# Makes the certificates of the TLS tests; they are worth nothing outside of them.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

authority() { # name
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$work/$1.key" \
    -subj "/CN=$1" -days 27000 -out "$1.pem"
}

leaf() { # name subject-alternative-name first-day last-day
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$1.key" \
    -subj "/CN=$1" -out "$work/$1.csr"
  : > "$work/index"
  cat > "$work/ca.cnf" << END
[ca]
default_ca = test
[test]
database = $work/index
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = $2
END
  openssl ca -batch -notext -config "$work/ca.cnf" -cert ca.pem -keyfile "$work/ca.key" \
    -startdate "$3" -enddate "$4" -in "$work/$1.csr" -out "$1.pem"
}

authority ca
authority stranger
leaf server DNS:localhost,IP:127.0.0.1 20260101000000Z 20990101000000Z
leaf elsewhere DNS:smsc.example 20260101000000Z 20990101000000Z
leaf client DNS:client.example 20260101000000Z 20990101000000Z
leaf expired DNS:localhost,IP:127.0.0.1 20200101000000Z 20210101000000Z

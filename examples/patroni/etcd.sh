#!/bin/sh
# etcd 3.4 (Debian 12), on each of three machines: ./etcd.sh etcd1
# --enable-v2 is needed by `etcd:` in patroni.yml.
exec /usr/bin/etcd --name "$1" --data-dir "/var/lib/etcd/$1" \
  --listen-client-urls "http://$1:2379" --advertise-client-urls "http://$1:2379" \
  --listen-peer-urls "http://$1:2380" --initial-advertise-peer-urls "http://$1:2380" \
  --initial-cluster etcd1=http://etcd1:2380,etcd2=http://etcd2:2380,etcd3=http://etcd3:2380 \
  --initial-cluster-state new --initial-cluster-token grootboek \
  --enable-v2=true --heartbeat-interval 100 --election-timeout 1000 --logger zap --log-level warn

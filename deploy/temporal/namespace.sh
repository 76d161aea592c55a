#!/bin/sh
# The namespace of the cases. Closed ones stay readable for ten years; Temporal's default deletes them after one to three days.
set -eu
until temporal operator cluster health; do sleep 2; done
if temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace update -n "$TEMPORAL_NAMESPACE" --retention 87600h
else
  temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention 87600h
fi

{{- define "banjie.labels" -}}
app.kubernetes.io/name: banjie
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Argument: dict "root" . "part" "api" */}}
{{- define "banjie.selector" -}}
app.kubernetes.io/name: banjie
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "banjie.image" -}}
image: {{ printf "%s:%s" .Values.image.repository .Values.image.tag | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end }}

{{- define "banjie.pod" -}}
automountServiceAccountToken: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "banjie.env" -}}
- configMapRef:
    name: {{ .Release.Name }}-config
- secretRef:
    name: {{ .Values.secretName }}
{{- end }}

{{/* The file system of a container is read-only but for these. */}}
{{- define "banjie.mounts" -}}
- name: files
  mountPath: /var/lib/banjie
- name: tmp
  mountPath: /tmp
{{- end }}

{{- define "banjie.volumes" -}}
- name: files
  persistentVolumeClaim:
    claimName: {{ .Values.files.existingClaim | default (printf "%s-files" .Release.Name) }}
- name: tmp
  emptyDir: {}
{{- end }}

{{/* Argument: dict "root" . "part" "api" "of" .Values.api */}}
{{- define "banjie.scaling" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .root.Release.Name }}-{{ .part }}
  labels:
    {{- include "banjie.labels" .root | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .root.Release.Name }}-{{ .part }}
  minReplicas: {{ .of.minReplicas }}
  maxReplicas: {{ .of.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .root.Release.Name }}-{{ .part }}
  labels:
    {{- include "banjie.labels" .root | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "banjie.selector" . | nindent 6 }}
{{- end }}

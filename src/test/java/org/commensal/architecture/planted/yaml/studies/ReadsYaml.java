package org.commensal.architecture.planted.yaml.studies;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads YAML outside the reader. */
final class ReadsYaml {
    LoadSettings settings = LoadSettings.builder().build();
}

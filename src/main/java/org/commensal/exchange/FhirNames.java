package org.commensal.exchange;

/** Addresses of the extensions of FHIR R4 (HL7 2019) that we read and write. */
final class FhirNames {

    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

    static final String TRANSLATION = HL7 + "translation";
    static final String LEAST = HL7 + "minValue";
    static final String MOST = HL7 + "maxValue";
    static final String DECIMALS = HL7 + "maxDecimalPlaces";
    static final String UNIT = HL7 + "questionnaire-unit";
    static final String UNIT_OPTION = HL7 + "questionnaire-unitOption";
    static final String CONTROL = HL7 + "questionnaire-itemControl";
    static final String STEP = HL7 + "questionnaire-sliderStepValue";

    private FhirNames() {}
}

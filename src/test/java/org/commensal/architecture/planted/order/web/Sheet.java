package org.commensal.architecture.planted.order.web;

/** Known by a room that must not know it. */
public final class Sheet {}

// RUN: not hysteron-opt %s --halide-schedule=target=x87 2>&1 | FileCheck %s

// CHECK: error: target 'x87'
module {}
